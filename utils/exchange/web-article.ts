import type { ArticleFacts } from '../domain/article.ts';

/**
 * The terms by which our Web Annotations tell of an article. The Web Annotation Data Model has none for it: those with a
 * prefix are schema.org's, as its context has them.
 */
export const ARTICLE_TERMS = {
	title: 'schema:headline',
	column: 'schema:alternativeHeadline',
	edition: 'schema:isPartOf',
	twin: 'schema:workTranslation',
	byline: 'schema:author',
	section: 'schema:articleSection',
	published: 'schema:datePublished',
	modified: 'schema:dateModified',
	captured: 'schema:sdDatePublished',
	leadImage: 'schema:image',
	description: 'schema:description',
	lang: 'language',
	dir: 'textDirection',
} as const satisfies Readonly<Partial<Record<keyof ArticleFacts, string>>>;

/** Of an article: its UUID as an IRI and the keys by which copies of it are known, where copies were seen, since when it is kept. */
export const STORED_TERMS = {
	identifiers: 'schema:identifier',
	addresses: 'schema:url',
	added: 'schema:dateCreated',
	versions: 'schema:workExample',
} as const;

/** Of a version of an article. */
export const VERSION_TERMS = {
	fingerprint: 'schema:sha256',
	captured: 'schema:dateCreated',
	address: 'schema:url',
	text: 'schema:text',
	html: 'schema:articleBody',
} as const;

/** Where a quote stood in UTF-16 code units, `start-end`: said where the code points of the standard do not tell it. */
export const POSITION_TERM = 'schema:position';
