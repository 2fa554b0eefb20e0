import { type Node, Parser } from 'commonmark';

export interface ExportedPassage {
	readonly quote: string;
	readonly note: string;
}

const CALLOUT = '[!note]';

/**
 * Reads an export back as any reader of CommonMark does: each blockquote a passage, the callout after it its note.
 * Paragraphs are joined by a line break. It shares nothing with what wrote the export.
 */
export function exportedPassages(markdown: string): ExportedPassage[] {
	const body = markdown.replace(/^---\n[\s\S]*?\n---\n/, '');
	const passages: ExportedPassage[] = [];
	for (const block of childrenOf(new Parser().parse(body))) {
		if (block.type !== 'block_quote') continue;
		const [first, ...rest] = childrenOf(block).map(textOf);
		if (first !== CALLOUT) passages.push({ quote: [first, ...rest].join('\n'), note: '' });
		else passages.push({ quote: passages.pop()?.quote ?? '', note: rest.join('\n') });
	}
	return passages;
}

function childrenOf(node: Node): Node[] {
	const children: Node[] = [];
	for (let child = node.firstChild; child !== null; child = child.next) children.push(child);
	return children;
}

function textOf(node: Node): string {
	if (node.type === 'softbreak' || node.type === 'linebreak') return '\n';
	return node.literal?.replace(/\n$/, '') ?? childrenOf(node).map(textOf).join('');
}
