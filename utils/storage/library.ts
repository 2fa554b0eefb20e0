import type { Instant } from '../domain/annotation.ts';
import type { Article } from '../domain/article.ts';
import { COLORS, type Color } from '../domain/color.ts';
import { toArticle } from './articles.ts';
import type { AnnotationRow, ArticleRow } from './rows.ts';
import type { Database } from './schema.ts';

/** An article as the library lists it. The trash does not count. */
export interface ArticleSummary {
	readonly article: Article;
	readonly counts: Readonly<Record<Color, number>>;
	readonly total: number;
	/** When an annotation of it was last made or changed; absent where it has none. */
	readonly lastAnnotated?: Instant;
}

function summarise(row: ArticleRow, annotations: readonly AnnotationRow[]): ArticleSummary {
	const counts = Object.fromEntries(COLORS.map((color) => [color, 0])) as Record<Color, number>;
	let lastAnnotated = '';
	for (const annotation of annotations) {
		counts[annotation.color]++;
		if (annotation.modified > lastAnnotated) lastAnnotated = annotation.modified;
	}
	const article = toArticle(row);
	return { article, counts, total: annotations.length, ...(lastAnnotated !== '' && { lastAnnotated }) };
}

/** Every article, the one with the newest activity first; an article that was only kept counts from when it was added. */
export async function listArticles(database: Database): Promise<ArticleSummary[]> {
	const rows = await database.articles.toArray();
	const byArticle = new Map<string, AnnotationRow[]>(rows.map((row) => [row.id, []]));
	for (const annotation of await database.annotations.toArray())
		if (annotation.deleted === undefined) byArticle.get(annotation.articleId)?.push(annotation);
	const activity = ({ article, lastAnnotated = article.added }: ArticleSummary) => lastAnnotated;
	return rows
		.map((row) => summarise(row, byArticle.get(row.id) ?? []))
		.sort((a, b) =>
			activity(a) < activity(b) ? 1 : activity(a) > activity(b) ? -1 : a.article.id < b.article.id ? -1 : 1,
		);
}
