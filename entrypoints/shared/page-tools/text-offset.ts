import type { ArticleText } from '../../../utils/anchoring/article-text.ts';

/**
 * The place in the article text of a boundary point of the DOM, in code units: that of the character before it or after
 * it, which differ where something stands between that is not of the article. Undefined outside the article root.
 */
export function textOffset(
	{ scope: { root }, offsetsOf, text }: ArticleText,
	node: Node,
	offset: number,
	side: 'before' | 'after',
): number | undefined {
	if (!root.contains(node)) return undefined;
	const range = root.ownerDocument.createRange();
	range.selectNodeContents(root);
	if (side === 'before') range.setEnd(node, offset);
	else range.setStart(node, offset);
	const span = offsetsOf(range);
	return side === 'before' ? (span?.end ?? 0) : (span?.start ?? text.length);
}
