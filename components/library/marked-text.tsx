/** Words with those that a search found in them; places as offsets in UTF-16 code units, in order, not overlapping. */
export interface MarkedWords {
	readonly text: string;
	readonly marks: readonly (readonly [start: number, end: number])[];
}

export function MarkedText({ text, marks }: MarkedWords) {
	const pieces = marks.flatMap(([start, end], index) => [
		text.slice(marks[index - 1]?.[1] ?? 0, start),
		<mark key={start}>{text.slice(start, end)}</mark>,
	]);
	return (
		<>
			{pieces}
			{text.slice(marks.at(-1)?.[1] ?? 0)}
		</>
	);
}
