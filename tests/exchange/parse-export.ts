import { type Node, Parser } from 'commonmark';
import { parse as parseYaml } from 'yaml';

/** An export as a reader of YAML and CommonMark understands it. */
export interface ParsedExport {
	readonly frontMatter: Readonly<Record<string, unknown>>;
	readonly title: string | undefined;
	/** The callout right below the title. */
	readonly articleNote: Node | undefined;
	readonly passages: readonly ParsedPassage[];
}

export interface ParsedPassage {
	/** Paragraphs of the quote joined by `\n`. */
	readonly quote: string;
	readonly blockId: string;
	readonly details: string;
	readonly link: string | undefined;
	/** The note's container, without the line that makes it a callout. */
	readonly note: Node | undefined;
}

/** Throws where the file has another structure than title, perhaps a note on the article, then quote, block id, details and perhaps a note, over and over. */
export function parseExport(file: string): ParsedExport {
	const match = /^---\n([\s\S]*?)\n---\n/.exec(file);
	if (match === null) throw new Error('no front matter');
	const body = file.slice(match[0].length);
	const blocks = children(new Parser().parse(body));
	const lines = body.split(/\r\n?|\n/);
	const isCallout = (block: Node | undefined) =>
		block?.type === 'block_quote' && lines[block.sourcepos[0][0] - 1] === '> [!note]';
	const title = blocks[0]?.type === 'heading' ? textOf(blocks.shift()!) : undefined;
	const articleNote = isCallout(blocks[0]) ? blocks.shift() : undefined;
	articleNote?.firstChild?.unlink();
	const passages: ParsedPassage[] = [];
	while (blocks.length > 0) {
		const [quote, id, details] = blocks.splice(0, 3);
		if (quote?.type !== 'block_quote' || id?.type !== 'paragraph' || details?.type !== 'paragraph')
			throw new Error(`not a passage: ${[quote, id, details].map((block) => block?.type)}`);
		const note = isCallout(blocks[0]) ? blocks.shift() : undefined;
		note?.firstChild?.unlink();
		passages.push({
			quote: children(quote).map(textOf).join('\n'),
			blockId: textOf(id),
			details: textOf(details),
			link: children(details).find((child) => child.type === 'link')?.destination ?? undefined,
			note,
		});
	}
	return { frontMatter: parseYaml(match[1]!), title, articleNote, passages };
}

export function children(node: Node): Node[] {
	const found: Node[] = [];
	for (let child = node.firstChild; child !== null; child = child.next) found.push(child);
	return found;
}

/** The characters a node shows; throws at markup, which a quote must not have. */
export function textOf(node: Node): string {
	if (node.type === 'text') return node.literal ?? '';
	if (node.type === 'softbreak' || node.type === 'linebreak') throw new Error('a line break');
	if (!['paragraph', 'heading', 'link'].includes(node.type)) throw new Error(`markup: ${node.type}`);
	return children(node).map(textOf).join('');
}
