/** One run of a mark that may begin or end emphasis, as it stands in a line. */
export interface MarkRun {
	readonly mark: string;
	/** How many stand there. */
	readonly length: number;
	/** How many have found no other end, and are text. */
	left: number;
	readonly canOpen: boolean;
	readonly canClose: boolean;
	/** What ends here, the innermost first. */
	readonly closes: Emphasis[];
	/** What begins here, the innermost first. */
	readonly opens: Emphasis[];
}

export type Emphasis = 'strong' | 'emphasis' | 'deleted';

/** Scripts that set no space between words, and their punctuation: there a mark beside a comma stands beside a word. */
const UNSPACED =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Khmer}\p{Script=Thai}\u3000-\u303f\uff00-\uffef]/u;
const PUNCTUATION = /[\p{P}\p{S}]/u;

/**
 * A run of marks between two characters (empty at the ends of the text). As in CommonMark, "left-flanking" and
 * "right-flanking" (https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run), but for scripts without spaces: there
 * punctuation within the marks needs no space before them.
 */
export function markRun(mark: string, length: number, before: string, after: string): MarkRun {
	const isSpace = (character: string): boolean => character === '' || /\s/u.test(character);
	const isEdge = (inner: string, outer: string): boolean =>
		!isSpace(inner) &&
		(!PUNCTUATION.test(inner) ||
			isSpace(outer) ||
			PUNCTUATION.test(outer) ||
			UNSPACED.test(outer) ||
			UNSPACED.test(inner));
	const [left, right] = [isEdge(after, before), isEdge(before, after)];
	const isWord = mark === '_';
	return {
		mark,
		length,
		left: length,
		canOpen: left && (!isWord || !right || PUNCTUATION.test(before)),
		canClose: right && (!isWord || !left || PUNCTUATION.test(after)),
		closes: [],
		opens: [],
	};
}

/** Ties ends to beginnings, as CommonMark does ("process emphasis"); each run remembers what begins and ends at it. */
export function tieMarks(runs: readonly MarkRun[]): void {
	const open: MarkRun[] = [];
	/** Below these no beginning was found before, for runs of the same kind: looking again would take for ever. */
	const bottoms = new Map<string, number>();
	for (const closer of runs) {
		while (closer.canClose && closer.left > 0) {
			const kind = `${closer.mark}${closer.canOpen}${closer.length % 3}`;
			const bottom = bottoms.get(kind) ?? 0;
			let at = open.length - 1;
			while (at >= bottom && !fits(open[at]!, closer)) at--;
			if (at < bottom) {
				bottoms.set(kind, open.length);
				break;
			}
			const opener = open[at]!;
			open.length = at + 1;
			const isDeleted = closer.mark === '~';
			const used = isDeleted || (opener.left > 1 && closer.left > 1) ? 2 : 1;
			const emphasis: Emphasis = isDeleted ? 'deleted' : used === 2 ? 'strong' : 'emphasis';
			opener.opens.push(emphasis);
			closer.closes.push(emphasis);
			opener.left -= used;
			closer.left -= used;
			if (opener.left === 0) open.pop();
			for (const [other, height] of bottoms) bottoms.set(other, Math.min(height, open.length));
		}
		if (closer.canOpen && closer.left > 0) open.push(closer);
	}
}

function fits(opener: MarkRun, closer: MarkRun): boolean {
	if (opener.mark !== closer.mark || opener.left === 0) return false;
	if (closer.mark === '~') return opener.left === 2 && closer.left === 2;
	// "Multiple of 3" rule: `*a**b*` is one emphasis around two stars.
	const isBoth = opener.canClose || closer.canOpen;
	return !isBoth || (opener.length + closer.length) % 3 !== 0 || (opener.length % 3 === 0 && closer.length % 3 === 0);
}
