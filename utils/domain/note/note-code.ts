/**
 * Finds the ends of code: answers with the next run of backticks of a length, after a place. Where runs stand is read once, so that
 * looking takes no second reading; asked with ever later places.
 */
export function codeEndsOf(text: string): (at: number, length: number) => number | undefined {
	const startsOf = new Map<number, number[]>();
	for (const { 0: run, index } of text.matchAll(/`+/g)) {
		const starts = startsOf.get(run.length);
		if (starts === undefined) startsOf.set(run.length, [index]);
		else starts.push(index);
	}
	return (at, length) => {
		const starts = startsOf.get(length) ?? [];
		while (starts.length > 0 && starts[0]! <= at) starts.shift();
		return starts[0];
	};
}

/** What stands between backticks. One space at each end belongs to them: so code can begin with a backtick. */
export function codeText(text: string): string {
	const line = text.replaceAll('\n', ' ');
	return line.startsWith(' ') && line.endsWith(' ') && line.trim() !== '' ? line.slice(1, -1) : line;
}
