import type { ArticleScope } from './scope.ts';

/** Elements that stand in blocks of their own: https://html.spec.whatwg.org/multipage/rendering.html#flow-content-3 */
export const BLOCK_TAGS: ReadonlySet<string> = new Set(
	(
		'address article aside blockquote body center caption dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
		'h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup option p plaintext pre search section summary ' +
		'table tbody td tfoot th thead tr ul xmp'
	).split(' '),
);

/** What a walk over a scope tells of. */
export interface ScopeVisitor {
	/** A block begins. */
	enter(element: Element): void;
	/** A block ends. */
	leave(element: Element): void;
	/** An inline element begins or ends; also `br`. */
	open?(element: Element): void;
	close?(element: Element): void;
	text(data: string, node: Text): void;
}

/** Walks the article text in document order, without recursion: markup may be nested deeper than any stack. */
export function walkScope(scope: ArticleScope, visitor: ScopeVisitor): void {
	const { root } = scope;
	const ended = (element: Element) =>
		BLOCK_TAGS.has(element.localName) ? visitor.leave(element) : visitor.close?.(element);
	let node: Node | null = root.firstChild;
	while (node) {
		if (node.nodeType === 3 || node.nodeType === 4) {
			const [start, end] = scope.readablePart?.(node as Text) ?? [0, (node as Text).length];
			if (end > start) visitor.text((node as Text).data.slice(start, end), node as Text);
		} else if (node.nodeType === 1) {
			const element = node as Element;
			const isRead = !scope.isFurniture(element);
			// Furniture still parts what stands before it from what follows.
			if (BLOCK_TAGS.has(element.localName)) visitor.enter(element);
			else if (isRead) visitor.open?.(element);
			if (isRead && element.firstChild) {
				node = element.firstChild;
				continue;
			}
			if (isRead || BLOCK_TAGS.has(element.localName)) ended(element);
		}
		while (node && !node.nextSibling) {
			const parent: Node | null = node.parentNode;
			if (!parent || parent === root) return;
			ended(parent as Element);
			node = parent;
		}
		node = node?.nextSibling ?? null;
	}
}

/**
 * The article text: blocks (and what `br` parts) joined by `\n`, white space in them collapsed to one space and none at their edges, NBSP kept
 * inside, empty blocks left out.
 */
export function scopeText(scope: ArticleScope): string {
	const blocks: string[] = [];
	let block = '';
	const end = () => {
		const read = blockText(block);
		if (read !== '') blocks.push(read);
		block = '';
	};
	walkScope(scope, {
		enter: end,
		leave: end,
		open: (element) => element.localName === 'br' && end(),
		text: (data) => {
			block += data;
		},
	});
	end();
	return blocks.join('\n');
}

/** The words of one block as they stand in the article text. */
export function blockText(block: string): string {
	return trimmed(block.replace(/[ \t\n\f\r]+/g, ' '));
}

/** Without Unicode's White_Space at either end; `trim` would also take U+FEFF and leave U+0085. */
function trimmed(text: string): string {
	let start = 0;
	let end = text.length;
	while (start < end && isSpace(text[start]!)) start++;
	while (end > start && isSpace(text[end - 1]!)) end--;
	return text.slice(start, end);
}

function isSpace(character: string): boolean {
	return /[^\S\uFEFF]|\u0085/.test(character);
}
