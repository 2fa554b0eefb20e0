import type { ParagraphChange } from '../../utils/domain/paragraph-change.ts';

/** A paragraph of a comparison, or a run of unchanged ones put away; `index` is where it begins among the changes. */
export type ComparisonPart =
	| { readonly kind: 'shown'; readonly index: number; readonly change: ParagraphChange }
	| { readonly kind: 'folded'; readonly index: number; readonly texts: readonly string[] };

/** Unchanged paragraphs shown before and after a change. */
const CONTEXT = 1;
/** Fewer than this many are not worth putting away. */
const LEAST = 2;

/** Puts away runs of unchanged paragraphs but for those next to a change. */
export function foldUnchanged(changes: readonly ParagraphChange[]): ComparisonPart[] {
	const parts: ComparisonPart[] = [];
	let at = 0;
	while (at < changes.length) {
		let end = at;
		while (end < changes.length && changes[end]!.kind === 'same') end++;
		const from = at === 0 ? 0 : Math.min(end, at + CONTEXT);
		const to = end === changes.length ? end : Math.max(from, end - CONTEXT);
		const isFolded = to - from >= LEAST;
		const show = (index: number): void => void parts.push({ kind: 'shown', index, change: changes[index]! });
		for (let index = at; index < (isFolded ? from : end); index++) show(index);
		if (isFolded) {
			const texts = changes.slice(from, to).flatMap((change) => (change.kind === 'same' ? [change.text] : []));
			parts.push({ kind: 'folded', index: from, texts });
			for (let index = to; index < end; index++) show(index);
		}
		if (end < changes.length) show(end);
		at = end + 1;
	}
	return parts;
}
