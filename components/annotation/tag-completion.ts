import { TAG_SEPARATOR } from './tags.ts';

/** More would be a list to read instead of a word to take. */
const MOST_OFFERED = 6;

/** The tag of a typed list that the caret stands in, as offsets in UTF-16 code units, without the space around it. */
function pieceAt(typed: string, caret: number): { start: number; end: number } {
	let start = caret;
	while (start > 0 && !TAG_SEPARATOR.test(typed[start - 1]!)) start--;
	let end = caret;
	while (end < typed.length && !TAG_SEPARATOR.test(typed[end]!)) end++;
	const piece = typed.slice(start, end);
	start += piece.length - piece.trimStart().length;
	return { start, end: Math.max(start, end - (piece.length - piece.trimEnd().length)) };
}

/** Without case, accents and vowel signs: who types `ecole` means `École`. */
function folded(tag: string): string {
	const plain = tag.isWellFormed() ? tag.normalize('NFKD') : tag;
	return plain.replace(/[\p{Mn}\u0640\u200c\u200d]/gu, '').toLowerCase();
}

/**
 * The tags that the one at the caret may become: those that begin so, then those in which a later word does, each in the
 * order given. With nothing typed yet, the first ones. Tags that stand in the list already are not offered again.
 */
export function offeredTags(known: readonly string[], typed: string, caret: number): string[] {
	const { start, end } = pieceAt(typed, caret);
	const wanted = folded(typed.slice(start, end));
	const others = `${typed.slice(0, start)},${typed.slice(end)}`.split(TAG_SEPARATOR);
	const taken = new Set(others.map((tag) => tag.trim()));
	const free = known.filter((tag) => !taken.has(tag) && tag !== typed.slice(start, end));
	const first = free.filter((tag) => folded(tag).startsWith(wanted));
	const later = free.filter((tag) => !folded(tag).startsWith(wanted) && hasWordFrom(folded(tag), wanted));
	return [...first, ...later].slice(0, MOST_OFFERED);
}

/** Scripts without spaces have no word to begin: there any place will do. */
function hasWordFrom(tag: string, wanted: string): boolean {
	const isUnspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Khmer}\p{Script=Thai}]/u.test(
		wanted,
	);
	for (let at = tag.indexOf(wanted, 1); at !== -1; at = tag.indexOf(wanted, at + 1))
		if (isUnspaced || !/[\p{L}\p{N}]/u.test(tag[at - 1]!)) return true;
	return false;
}

/** The list with a tag in the place of the one at the caret, and the caret behind it, ready for the next. */
export function withTag(typed: string, caret: number, tag: string): { typed: string; caret: number } {
	const { start, end } = pieceAt(typed, caret);
	const rest = typed.slice(end).trimStart();
	const before = `${typed.slice(0, start)}${tag}${rest === '' ? ', ' : ''}`;
	return { typed: before + rest, caret: before.length };
}
