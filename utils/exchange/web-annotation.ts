import { type Annotation, type Instant, motivationOf } from '../domain/annotation.ts';
import type { ArticleFacts } from '../domain/article.ts';
import { NO_VERSION } from '../domain/library-part.ts';
import { type ArticleExport, exportedAnnotations } from './article-export.ts';
import { codePointOffsets } from './code-points.ts';
import { articleUrn, sourceAddress } from './source-address.ts';
import { ARTICLE_TERMS, POSITION_TERM, STORED_TERMS, VERSION_TERMS } from './web-article.ts';

/** A node of JSON-LD. */
type JsonLd = Readonly<Record<string, unknown>>;

/** https://www.w3.org/TR/annotation-model/#media-type */
export const WEB_ANNOTATION_TYPE = 'application/ld+json;profile="http://www.w3.org/ns/anno.jsonld"';

/**
 * An article's annotations as a collection of the W3C Web Annotation Data Model with its one page
 * (https://www.w3.org/TR/annotation-model/#sets-of-annotations). Colour and style are the classes of the target's style;
 * positions count code points in the text of the version that the state names by its SHA-256, and are left out where
 * that text is not kept. What the model has no term for is schema.org's, whose prefix its context defines.
 * @param options.withTexts whether the versions that annotations were made on are told whole
 */
export function webAnnotationCollection(input: ArticleExport, options: { withTexts?: boolean } = {}): JsonLd {
	const urn = articleUrn(input);
	const { items, ...page } = webAnnotationPage(input, options);
	return {
		...collectionHead(`${urn}#annotations`, input.article.title, input.exportedAt),
		'schema:about': page['schema:about'],
		total: items.length,
		first: { id: page.id, type: page.type, startIndex: 0, items },
	};
}

/** What any collection of ours begins with. */
export function collectionHead(id: string, label: string, generated: Instant): JsonLd {
	return {
		'@context': 'http://www.w3.org/ns/anno.jsonld',
		id,
		type: 'AnnotationCollection',
		label,
		generator: GENERATOR,
		generated,
	};
}

/** The annotations of one article as a page, which tells what article that is. */
export function webAnnotationPage(
	input: ArticleExport,
	options: { withTexts?: boolean } = {},
): JsonLd & { readonly items: readonly JsonLd[] } {
	const onArticle = input.articleNote ? [articleAnnotation(input.articleNote, input)] : [];
	const offsetsIn = new Map(
		[...(input.versions ?? [])].map(([fingerprint, { text }]) => [fingerprint, codePointOffsets(text)]),
	);
	const items = exportedAnnotations(input).map((annotation) =>
		webAnnotation(annotation, input, offsetsIn.get(annotation.version)),
	);
	return {
		id: `${articleUrn(input)}#annotations-1`,
		type: 'AnnotationPage',
		'schema:about': {
			...aboutArticle(input),
			...(options.withTexts && input.versions?.size && { [STORED_TERMS.versions]: versionNodes(input) }),
		},
		items: [...onArticle, ...items],
	};
}

/** The same as a file. */
export function toWebAnnotations(input: ArticleExport): string {
	return `${JSON.stringify(webAnnotationCollection(input), undefined, 2)}\n`;
}

const GENERATOR: JsonLd = { type: 'Software', name: 'En marge' };

/** The note on the article as a whole: its target has no selector. */
function articleAnnotation(note: string, input: ArticleExport): JsonLd {
	return {
		id: `${articleUrn(input)}#article-note`,
		type: 'Annotation',
		motivation: 'commenting',
		body: noteBodies({ note }),
		target: sourceAddress(input),
	};
}

function webAnnotation(
	annotation: Annotation,
	input: ArticleExport,
	toCodePoints: ((offset: number) => number) | undefined,
): JsonLd {
	const bodies = [...noteBodies(annotation), ...annotation.tags.map(tagBody)];
	return {
		id: `urn:uuid:${annotation.id}`,
		type: 'Annotation',
		motivation: motivationOf(annotation),
		created: annotation.created,
		modified: annotation.modified,
		...(bodies.length > 0 && { body: bodies }),
		target: target(annotation, input, toCodePoints),
	};
}

function noteBodies({ note }: Pick<Annotation, 'note'>): JsonLd[] {
	if (note === '') return [];
	const purpose = 'commenting';
	return [{ type: 'TextualBody', value: note, format: 'text/markdown', textDirection: 'auto', purpose }];
}

function tagBody(tag: string): JsonLd {
	return { type: 'TextualBody', value: tag, purpose: 'tagging' };
}

function target(
	{ color, style, selectors, version }: Annotation,
	input: ArticleExport,
	toCodePoints: ((offset: number) => number) | undefined,
): JsonLd {
	const { quote, position } = selectors;
	const captured = input.versions?.get(version)?.captured;
	const [start, end] = [toCodePoints?.(position.start), toCodePoints?.(position.end)];
	const isTold = start === position.start && end === position.end;
	return {
		type: 'SpecificResource',
		source: sourceAddress(input),
		styleClass: [color, style],
		state: {
			type: 'TimeState',
			...(captured !== undefined && { sourceDate: captured }),
			...(input.archivedAt !== undefined && { cached: input.archivedAt }),
			...(version !== NO_VERSION && { 'schema:sha256': version }),
		},
		selector: [
			{
				type: quote.type,
				exact: quote.exact,
				prefix: quote.prefix,
				suffix: quote.suffix,
				...(!isTold && { [POSITION_TERM]: `${position.start}-${position.end}` }),
			},
			...(start === undefined ? [] : [{ type: position.type, start, end }]),
		],
	};
}

function aboutArticle(input: ArticleExport): JsonLd {
	const { article, stored } = input;
	const facts = Object.entries(ARTICLE_TERMS).map(([member, term]) => [term, article[member as keyof ArticleFacts]]);
	return {
		id: sourceAddress(input),
		type: 'schema:NewsArticle',
		...Object.fromEntries(facts.filter(([, value]) => value !== undefined)),
		...(stored && {
			[STORED_TERMS.identifiers]: [`urn:uuid:${stored.id}`, ...stored.keys],
			[STORED_TERMS.addresses]: stored.addresses,
			[STORED_TERMS.added]: stored.added,
		}),
	};
}

function versionNodes({ versions = new Map() }: ArticleExport): JsonLd[] {
	return [...versions].map(([fingerprint, version]) => ({
		type: 'schema:CreativeWork',
		...Object.fromEntries(
			Object.entries(VERSION_TERMS).flatMap(([member, term]) => {
				const value = { ...version, fingerprint }[member];
				return value === undefined ? [] : [[term, value]];
			}),
		),
	}));
}
