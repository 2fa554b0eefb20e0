import { COLORS } from '../../domain/color.ts';
import { derivedId } from '../../domain/derived-id.ts';
import { NO_VERSION } from '../../domain/library-part.ts';
import { foundSelectors } from './found-selectors.ts';
import type { Gathering } from './gather.ts';
import { parseTable, type TableRow } from './parse-table.ts';
import { instantOf } from './read-member.ts';

const COLUMNS = ['highlight', 'title', 'author', 'url', 'note', 'location', 'date', 'tags', 'color'] as const;
type Column = (typeof COLUMNS)[number];

/** Columns of Readwise's own export, which has other names for some, and tags in a column of their own. */
const OTHER_NAMES: Readonly<Record<string, Column>> = {
	'book title': 'title',
	'book author': 'author',
	'highlighted at': 'date',
};

/** Whether a file is a table that has a column `Highlight`. */
export function isReadwiseFile(text: string): boolean {
	return /^\ufeff?(?:[^\r\n]*[,;\t])? *"? *highlight *"? *(?:[,;\t\r\n]|$)/i.test(text.slice(0, 2_000));
}

/** A table in the form in which Readwise imports: only the column `Highlight` must be filled. */
export function readReadwise(file: string, at: string, gathering: Gathering): void {
	const [header, ...rows] = parseTable(file);
	const names = (header?.cells ?? []).map((cell) => cell.trim().replace(/^"|"$/g, '').toLowerCase());
	const columns = names.map((name) => OTHER_NAMES[name] ?? COLUMNS.find((column) => column === name));
	for (const [index, row] of rows.entries()) readRow(row, columns, at, gathering, index);
}

function readRow(
	{ cells, line, isUnfinished }: TableRow,
	columns: readonly (Column | undefined)[],
	at: string,
	gathering: Gathering,
	index: number,
): void {
	if (isUnfinished) return gathering.trouble('unfinished-row', { line });
	if (cells.length > columns.length) gathering.trouble('extra-cell', { line });
	const cell = (name: Column): string => cells[columns.indexOf(name)] ?? '';
	const exact = cell('highlight');
	if (exact.trim() === '') return gathering.trouble('no-quote', { line, path: 'Highlight' });
	const [title, byline, url] = [cell('title').trim(), cell('author').trim(), cell('url').trim()];
	const articleId = gathering.article(
		{ facts: { ...(title && { title }), ...(byline && { byline }) }, address: url || undefined },
		{ line },
	);
	if (articleId === undefined) return;
	const { note, tags } = splitTags(cell('note'));
	const named = cell('tags')
		.split(',')
		.map((tag) => tag.trim())
		.filter(Boolean);
	const color = COLORS.find((one) => one === cell('color').trim().toLowerCase()) ?? 'yellow';
	const location = cell('location').trim();
	const when = instantOf(cell('date').trim());
	if (cell('date').trim() !== '' && when === undefined) gathering.trouble('bad-member', { line, path: 'Date' });
	gathering.annotation(
		{
			// Readwise, too, tells highlights apart by their words alone.
			id: derivedId('readwise', url, title, exact),
			articleId,
			version: NO_VERSION,
			created: when ?? at,
			modified: when ?? at,
			color,
			style: 'solid',
			note,
			tags: [...tags, ...named],
			selectors: foundSelectors({ exact, start: /^\d+$/.test(location) ? Number(location) : undefined }, index),
		},
		{ line },
	);
}

/** Words with a dot before them at the beginning of a note are tags, as far as its first line goes. */
function splitTags(cell: string): { note: string; tags: string[] } {
	const head = /^(?:\.[^\s.]\S*[ \t]*)+(?:\r\n?|\n|$|(?<=[ \t]))/.exec(cell)?.[0] ?? '';
	return {
		// Ours has an empty first line where a note begins with a dot.
		note: cell.slice(head.length).replace(/^\n(?=\.)/, ''),
		tags: head
			.split(/\s+/)
			.filter(Boolean)
			.map((word) => word.slice(1)),
	};
}
