import { createAnchorer } from '../../utils/anchoring/anchor.ts';
import type { Annotation, Instant } from '../../utils/domain/annotation.ts';
import { isReadable } from '../../utils/domain/readable-annotation.ts';
import type { SearchField } from '../../utils/domain/search.ts';
import type { FilterName } from '../../utils/search/filter-term.ts';
import type { SearchDocument } from '../../utils/search/search-document.ts';
import type { ReadArticle } from '../../utils/storage/index-reader.ts';

export interface ArticleDocuments {
	readonly article: SearchDocument;
	/** By id. */
	readonly annotations: ReadonlyMap<string, SearchDocument>;
}

export type VersionText = (articleId: string, fingerprint: string) => Promise<string | undefined>;

/** What the index is to know of an article and of its annotations. An article has what any of its annotations has. */
export async function makeDocuments(indexed: ReadArticle, versionText: VersionText): Promise<ArticleDocuments> {
	const { article, annotated, captured } = indexed;
	// One that was damaged where it lies is not found; the others are. The check of the library tells of it.
	const annotations = indexed.annotations.filter(isReadable);
	const states = await statesOf({ ...indexed, annotations }, versionText);
	const own: [FilterName, string][] = [];
	if (article.edition !== undefined) own.push(['edition', article.edition]);
	if (article.section !== undefined) own.push(['section', article.section]);
	const documents = new Map<string, SearchDocument>();
	const ofAnnotations: [FilterName, string][] = [];
	for (const annotation of annotations) {
		const filters = filtersOf(annotation, states.get(annotation.id));
		ofAnnotations.push(...filters);
		documents.set(annotation.id, {
			id: annotation.id,
			dates: [annotation.created, annotation.modified].map(seconds),
			fields: annotationFields(annotation),
			filters: [...own, ...filters],
		});
	}
	if (article.note) ofAnnotations.push(['has', 'note']);
	return {
		article: {
			id: article.id,
			dates: [article.published, annotated, captured, article.added].map(seconds),
			fields: articleFields(indexed),
			filters: [...own, ...ofAnnotations],
		},
		annotations: documents,
	};
}

export type Field = readonly [SearchField, string];

/** In the order in which they are shown. */
export function articleFields({ article, text }: Pick<ReadArticle, 'article' | 'text'>): Field[] {
	const { title, note, description, column, byline, section } = article;
	// The text begins with the title: that is the title's, and found there.
	const body = text.startsWith(title) ? text.slice(title.length) : text;
	const fields: [SearchField, string | undefined][] = [
		['title', title],
		['note', note],
		['description', description],
		['fact', column],
		['fact', byline],
		['fact', section],
		['text', body],
	];
	return fields.filter((field): field is [SearchField, string] => Boolean(field[1]));
}

export function annotationFields({ selectors, note, tags }: Annotation): Field[] {
	const fields: Field[] = [['quote', selectors.quote.exact], ['note', note], ...tags.map((tag): Field => ['tag', tag])];
	return fields.filter(([, text]) => text !== '');
}

type State = 'orphan' | 'changed';

function filtersOf({ color, style, note, tags }: Annotation, state: State | undefined): [FilterName, string][] {
	const filters: [FilterName, string][] = [
		['has', 'annotation'],
		['color', color],
		['style', style],
		...tags.map((tag): [FilterName, string] => ['tag', tag]),
	];
	if (note.trim() !== '') filters.push(['has', 'note']);
	if (tags.length > 0) filters.push(['has', 'tag']);
	if (state) filters.push(['is', state]);
	return filters;
}

/** What became of passages that were annotated on another version than the latest; those that stand as they did are absent. */
async function statesOf(
	{ article, annotations, version, text }: ReadArticle,
	versionText: VersionText,
): Promise<Map<string, State>> {
	const states = new Map<string, State>();
	const older = version === undefined ? [] : annotations.filter((annotation) => annotation.version !== version);
	if (older.length === 0) return states;
	const anchorer = createAnchorer({ text });
	const texts = new Map<string, string | undefined>();
	for (const { version } of older) if (!texts.has(version)) texts.set(version, await versionText(article.id, version));
	for (const { id, selectors, version } of older) {
		const old = texts.get(version);
		const { state } = anchorer.anchor(selectors, old === undefined ? {} : { versionText: old });
		if (state !== 'anchored') states.set(id, state);
	}
	return states;
}

/** Since 1970; 0 for no date, and for one that the index cannot hold. */
function seconds(instant: Instant | undefined): number {
	const value = instant === undefined ? 0 : Math.floor(Date.parse(instant) / 1000);
	return value > 0 && value < 2 ** 32 ? value : 0;
}
