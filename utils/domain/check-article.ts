import * as v from 'valibot';
import type { ArticleCandidate, ArticleFacts, VersionCandidate } from './article.ts';
import { checked, fingerprintSchema, instantSchema, text } from './check-field.ts';
import { LONGEST_TEXT } from './check-selectors.ts';
import type { TwinClue } from './twin.ts';

export const LONGEST_TITLE = 10_000;
export const LONGEST_ADDRESS = 100_000;
const LONGEST_KEY = 100_000;
/** Every state of the text that was seen adds one. */
const MOST_KEYS = 10_000;
const LONGEST_HTML = 2 * LONGEST_TEXT;

/**
 * A fact that an article can do without. One that is malformed or absurdly long (a lead image inlined as a `data:`
 * address) is left out rather than keeping the reader from annotating.
 */
export function spare<const Schema extends v.GenericSchema>(schema: Schema) {
	return v.fallback(v.optional(schema), undefined);
}

/** Members that are absent, not `undefined`. */
export function dropUndefined<T extends object>(value: T): T {
	return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T;
}

/** What a link to an article may lead to: the web, and nothing that runs. */
const webAddress = v.pipe(text(LONGEST_ADDRESS), v.regex(/^https?:\/\//i));

/** Members of the facts of an article, as any record of one has them. */
export const factEntries = {
	title: text(LONGEST_TITLE),
	column: spare(text(LONGEST_TITLE)),
	url: spare(webAddress),
	edition: spare(text(100)),
	twin: spare(webAddress),
	lang: spare(text(100)),
	dir: v.picklist(['ltr', 'rtl']),
	byline: spare(text(LONGEST_TITLE)),
	section: spare(text(LONGEST_TITLE)),
	published: spare(instantSchema),
	modified: spare(instantSchema),
	captured: spare(instantSchema),
	leadImage: spare(text(LONGEST_ADDRESS)),
	description: spare(text(100_000)),
};
const factsSchema = v.pipe(v.object(factEntries), v.transform(dropUndefined));

/** `kind:value`. */
const keySchema = v.pipe(text(LONGEST_KEY), v.regex(/^[a-z]+:./));
export const keysSchema = v.pipe(v.array(keySchema), v.minLength(1), v.maxLength(MOST_KEYS));

const candidateSchema = v.object({ facts: factsSchema, keys: keysSchema, address: text(LONGEST_ADDRESS) });

export const versionEntries = {
	fingerprint: fingerprintSchema,
	captured: instantSchema,
	address: text(LONGEST_ADDRESS),
	text: text(LONGEST_TEXT),
	html: v.exactOptional(text(LONGEST_HTML)),
};
const versionSchema = v.object(versionEntries);

const twinClueSchema = v.pipe(
	v.object({
		url: spare(text(LONGEST_ADDRESS)),
		edition: spare(text(100)),
		twin: spare(text(LONGEST_ADDRESS)),
	}),
	v.transform(dropUndefined),
);

/** What a page tells of its article's twin; throws an `invalid` Fault. */
export function checkTwinClue(value: unknown): TwinClue {
	return checked(twinClueSchema, value) as TwinClue;
}

/** Facts of an article from somewhere untrusted; throws an `invalid` Fault. */
export function checkArticleFacts(value: unknown): ArticleFacts {
	return checked(factsSchema, value) as ArticleFacts;
}

/** Identity keys from somewhere untrusted; throws an `invalid` Fault. */
export function checkKeys(value: unknown): string[] {
	return checked(keysSchema, value);
}

/** What a page tells of its article; throws an `invalid` Fault. */
export function checkArticleCandidate(value: unknown): ArticleCandidate {
	return checked(candidateSchema, value) as ArticleCandidate;
}

/** The state of an article that a page shows; throws an `invalid` Fault. */
export function checkVersionCandidate(value: unknown): VersionCandidate {
	return checked(versionSchema, value);
}
