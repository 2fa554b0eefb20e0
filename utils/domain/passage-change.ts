import type { Instant } from './annotation.ts';
import type { Difference } from './outcome.ts';

/** The version that a passage was annotated on, as against the text at hand, in which it has other words. */
export interface ChangeOrigin {
	/** When that version was read. */
	readonly since: Instant;
	/** True where the text at hand is an earlier one, such as an old copy: then it has not changed since. */
	readonly isEarlier: boolean;
}

/** What is told of a passage that has other words now. */
export interface PassageChange extends ChangeOrigin {
	/** From that version to the text at hand, what stayed the same shortened; absent where there is too much of it. */
	readonly differences?: readonly Difference[];
}

/** Code units of unchanged words left beside a change. */
const CONTEXT = 60;
/** Code units of one difference that is told in a list. */
const LONGEST = 1_200;

/** A difference short enough for a list; undefined where even the changed words alone are too many. */
export function abridged(differences: readonly Difference[]): Difference[] | undefined {
	const last = differences.length - 1;
	const short = differences.map((difference, index) =>
		difference.kind === 'same'
			? { kind: difference.kind, text: ends(difference.text, index > 0, index < last) }
			: difference,
	);
	const length = short.reduce((sum, { text }) => sum + text.length, 0);
	return length > LONGEST ? undefined : short;
}

/** The beginning of a text, its end, or both, with an ellipsis for what is left out. */
function ends(text: string, hasBefore: boolean, hasAfter: boolean): string {
	const [head, tail] = [hasBefore ? CONTEXT : 0, hasAfter ? CONTEXT : 0];
	if (text.length <= head + tail + CONTEXT) return text;
	// A character outside the first plane is two code units: neither half is left alone.
	const headEnd = isPairAt(text, head) ? head - 1 : head;
	const tailStart = isPairAt(text, text.length - tail) ? text.length - tail + 1 : text.length - tail;
	return `${text.slice(0, headEnd)}…${text.slice(tailStart)}`;
}

function isPairAt(text: string, at: number): boolean {
	return at > 0 && at < text.length && text.codePointAt(at - 1)! > 0xffff;
}
