import type { ArticleVersion } from '../domain/article.ts';
import { COLORS, type Color } from '../domain/color.ts';
import type { ArticleSummary, Passage } from '../domain/library.ts';
import type { AnnotationRow, ArticleRow } from './rows.ts';
import { toArticle } from './rows.ts';
import type { Database } from './schema.ts';
import { byUse } from './tags.ts';
import { latestVersion } from './versions.ts';

/** Code units of a first line. */
const LONGEST_LINE = 200;
/** And of a word that is left out where it would be cut. */
const LONGEST_WORD = 30;

/** What lists say of articles, in the order of the ids; those that are not there are left out. */
export async function getSummaries(database: Database, articleIds: readonly string[]): Promise<ArticleSummary[]> {
	const rows = (await database.articles.bulkGet([...articleIds])).filter((row) => row !== undefined);
	// Each article is asked for by itself, and all at once: together they would be gone through by a cursor, row by row.
	return await Promise.all(
		rows.map(async (row) => {
			const [annotations, versions, latest] = await Promise.all([
				database.annotations.where('articleId').equals(row.id).toArray(),
				database.versions.where('articleId').equals(row.id).count(),
				latestVersion(database, row.id),
			]);
			const standing = annotations.filter(({ deleted }) => deleted === undefined);
			return { ...summarise(row, standing, latest), versions };
		}),
	);
}

function summarise(
	row: ArticleRow,
	annotations: readonly AnnotationRow[],
	latest: ArticleVersion | undefined,
): Omit<ArticleSummary, 'versions'> {
	const counts = Object.fromEntries(COLORS.map((color) => [color, 0])) as Record<Color, number>;
	for (const { color } of annotations) counts[color]++;
	return {
		article: toArticle(row),
		counts,
		total: annotations.length,
		tags: byUse(annotations.flatMap(({ tags }) => tags)),
		...(row.annotated !== undefined && { lastAnnotated: row.annotated }),
		captured: row.asOf,
		firstLine: latest ? firstLine(latest.text, row.title) : '',
	};
}

/** How a text begins after its title; what is cut off is told by an ellipsis, after a whole word where the language parts words. */
export function firstLine(text: string, title: string): string {
	// Only its beginning is looked at: a text may be megabytes long.
	const beginning = text.slice(0, title.length + 4 * LONGEST_LINE).trimStart();
	const rest = beginning.startsWith(title) ? beginning.slice(title.length) : beginning;
	const line = rest.replace(/\s+/g, ' ').trim();
	if (line.length <= LONGEST_LINE) return line;
	const cut = line.slice(0, isPairAt(line, LONGEST_LINE - 1) ? LONGEST_LINE - 2 : LONGEST_LINE - 1);
	const space = line[cut.length] === ' ' ? cut.length : cut.lastIndexOf(' ');
	const words = cut.length - space < LONGEST_WORD ? cut.slice(0, space) : cut;
	return `${words.replace(/[\s,;:،؛，、；：–—-]+$/u, '')}…`;
}

/** Whether both halves of one character stand around this place. */
function isPairAt(text: string, at: number): boolean {
	return text.codePointAt(at - 1)! > 0xffff;
}

/** Annotations with their articles, in the order of the ids; those that are not there are left out. */
export async function getPassages(database: Database, annotationIds: readonly string[]): Promise<Passage[]> {
	const annotations = (await database.annotations.bulkGet([...annotationIds])).filter((row) => row !== undefined);
	const ids = [...new Set(annotations.map(({ articleId }) => articleId))];
	const articles = new Map((await database.articles.bulkGet(ids)).flatMap((row) => (row ? [[row.id, row]] : [])));
	return annotations.flatMap((annotation) => {
		const row = articles.get(annotation.articleId);
		return row ? [{ annotation, article: toArticle(row) }] : [];
	});
}
