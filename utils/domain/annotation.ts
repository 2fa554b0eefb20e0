import type { Color, Style } from './color.ts';
import type { Selectors } from './selector.ts';

/** Why an annotation was made: `commenting` when it has a note, else `highlighting` (W3C motivations). */
export type Motivation = 'highlighting' | 'commenting';

/** ISO 8601 in UTC with milliseconds, e.g. `2026-11-22T08:00:00.000Z`. */
export type Instant = string;

/** What the reader decides about an annotation, and may change afterwards. */
export interface AnnotationContent {
	readonly color: Color;
	readonly style: Style;
	/** Markdown source, byte for byte as typed; empty for a bare highlight. */
	readonly note: string;
	/** In the order given, without duplicates, each trimmed and not empty. */
	readonly tags: readonly string[];
}

/** An annotation before it has an id and a time. */
export interface Draft extends AnnotationContent {
	readonly selectors: Selectors;
}

export interface Annotation extends Draft {
	/** A UUID (lower case). */
	readonly id: string;
	readonly articleId: string;
	/** Fingerprint of the article version it was made on. */
	readonly version: string;
	readonly created: Instant;
	readonly modified: Instant;
	/** Set while in the trash. */
	readonly deleted?: Instant;
}

export function motivationOf(annotation: Pick<Annotation, 'note'>): Motivation {
	return annotation.note === '' ? 'highlighting' : 'commenting';
}

/** Tags as stored: trimmed, NFC, inner white space single, none empty, none twice; order kept. */
export function normaliseTags(tags: readonly string[]): string[] {
	// A tag with a lone surrogate stays as it is: Firefox's `normalize` would replace it.
	const compose = (tag: string): string => (tag.isWellFormed() ? tag.normalize('NFC') : tag);
	return [...new Set(tags.map((tag) => compose(tag).replace(/\s+/g, ' ').trim()))].filter((tag) => tag !== '');
}

/** Reading order: by where the words stood, then the shorter first, then the older. */
export function compareByPosition(a: Annotation, b: Annotation): number {
	const [p, q] = [a.selectors.position, b.selectors.position];
	return p.start - q.start || p.end - q.end || a.created.localeCompare(b.created) || (a.id < b.id ? -1 : 1);
}
