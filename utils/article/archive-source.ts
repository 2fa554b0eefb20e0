/** The source of a file in the archive form, as far as the browser left it whole, and where its loose text stands. */
export interface ArchiveSource {
	readonly form: 'archive-text' | 'archive-html';
	readonly source: string;
	/** Text nodes outside any element, with their beginning in `source`; none for a file shown as plain text. */
	readonly loose: readonly { readonly node: Text; readonly start: number }[];
}

/**
 * Puts a file's source together again, up to `limit` code units or a little more: its text where it is shown as plain text; where it
 * was read as HTML, the comments before the page and what its body holds. Undefined for a page that does not begin like the archive form.
 */
export function readArchiveSource(document: Document, limit = 2 ** 30): ArchiveSource | undefined {
	const { body } = document;
	const first = body.firstElementChild;
	const isPlain =
		first?.localName === 'pre' && (body.childElementCount === 1 || !document.contentType.startsWith('text/html'));
	const loose: { node: Text; start: number }[] = [];
	let source = '';
	for (const node of isPlain ? first.childNodes : [...document.childNodes, ...body.childNodes]) {
		if (source.length > limit) break;
		if (node.nodeType === 3) {
			loose.push({ node: node as Text, start: source.length });
			source += (node as Text).substringData(0, limit);
		} else if (node.nodeType === 8) source += `<!--${(node as Comment).data}-->\n`;
		else if (node.nodeType === 1 && node !== document.documentElement) {
			// A header stands in no element.
			if (!isPlain && !/^\s*(<!--[\s\d]+-->\s*)?(\[|---)/.test(source)) return undefined;
			source += (node as Element).outerHTML;
		}
	}
	return isPlain ? { form: 'archive-text', source, loose: [] } : { form: 'archive-html', source, loose };
}
