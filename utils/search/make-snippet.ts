import type { SearchField, Snippet } from '../domain/search.ts';
import { findMarks, type Mark } from './find-marks.ts';
import type { Query } from './query.ts';
import { type Fold, readTokens } from './tokens.ts';

/** Code units of a sentence shown, at most, before and after the first mark. */
const BEFORE = 60;
const AFTER = 140;
/** Marks apart by less than this may be shown together. */
const SPAN = 120;
const SENTENCE_END = /[.!?…。！？；؟۔។]["”»」』’]?\s*|\n+/g;

/** The words of a hit's field with what was looked for in them; undefined where none of it stands there. */
export function makeSnippet(
	id: string,
	[field, text]: readonly [SearchField, string],
	query: Query,
	fold: Fold,
): Snippet | undefined {
	const marks = findMarks(readTokens(text, fold), query);
	if (marks.length === 0) return undefined;
	const isLong = field === 'text' || field === 'note' || field === 'description';
	if (!isLong) return { id, field, text, marks: joined(marks, 0, text.length) };
	const first = bestMark(marks);
	const { start, end } = sentenceAround(text, first);
	const head = start > 0 && !endsSentence(text, start) ? '…' : '';
	const tail = end < text.length && !endsSentence(text, end) ? '…' : '';
	const shift = head.length - start;
	return {
		id,
		field,
		text: head + text.slice(start, end).replace(/\s/g, ' ') + tail,
		marks: joined(marks, start, end).map(([from, to]) => [from + shift, to + shift] as const),
	};
}

/** The mark after which the most clauses stand close by; of several the one where they stand closest, or first. */
function bestMark(marks: readonly Mark[]): Mark {
	let best = marks[0]!;
	let [most, shortest] = [0, 0];
	// Of a word that stands thousands of times the first places tell enough.
	for (const [index, mark] of marks.slice(0, 500).entries()) {
		const clauses = new Set<number>();
		let end = mark.end;
		for (let at = index; at < marks.length && marks[at]!.start < mark.start + SPAN && at < index + 50; at++) {
			if (clauses.has(marks[at]!.clause)) continue;
			clauses.add(marks[at]!.clause);
			end = marks[at]!.end;
		}
		const isBetter = clauses.size > most || (clauses.size === most && end - mark.start < shortest);
		if (isBetter) [best, most, shortest] = [mark, clauses.size, end - mark.start];
	}
	return best;
}

function sentenceAround(text: string, { start, end }: Mark): { start: number; end: number } {
	const lowest = Math.max(0, start - BEFORE);
	const highest = Math.min(text.length, Math.max(end, start + AFTER));
	let from = lowest;
	let to = highest;
	const before = text.slice(lowest, start);
	for (const match of before.matchAll(SENTENCE_END)) from = lowest + match.index + match[0].length;
	// A whole word, where the language parts words.
	if (from === lowest && lowest > 0) {
		const space = before.search(/\s/);
		if (space >= 0 && space < 20) from = lowest + space + 1;
	}
	SENTENCE_END.lastIndex = 0;
	const after = text.slice(end, highest);
	const stop = /[.!?…。！？；؟۔។]["”»」』’]?(?=\s|[\u3000-\uffff]|$)|\n/.exec(after);
	if (stop) to = end + stop.index + (stop[0] === '\n' ? 0 : stop[0].length);
	else if (highest < text.length) {
		const space = after.search(/\s\S*$/);
		if (space >= 0 && after.length - space < 20) to = end + space;
	}
	return { start: wholePair(text, from), end: wholePair(text, to) };
}

function endsSentence(text: string, at: number): boolean {
	return /[.!?…。！？；؟۔។\n]["”»」』’]?\s*$/.test(text.slice(Math.max(0, at - 4), at)) || text[at] === '\n';
}

/** Not between the halves of a pair. */
function wholePair(text: string, at: number): number {
	return at > 0 && at < text.length && text.codePointAt(at - 1)! > 0xffff ? at - 1 : at;
}

/** Marks within [start, end], those that touch or cross made one. */
function joined(marks: readonly Mark[], start: number, end: number): [number, number][] {
	const ranges: [number, number][] = [];
	for (const mark of marks) {
		if (mark.start < start || mark.end > end) continue;
		const last = ranges.at(-1);
		if (last && mark.start <= last[1]) last[1] = Math.max(last[1], mark.end);
		else ranges.push([mark.start, mark.end]);
	}
	return ranges;
}
