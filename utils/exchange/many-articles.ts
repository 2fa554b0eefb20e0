import type { Instant } from '../domain/annotation.ts';
import type { ArticleExport } from './article-export.ts';

/** Articles in the order in which they are to stand, each read when the one before it is written. */
export type ArticleStream = AsyncIterable<ArticleExport>;

/** What is told of an export of many articles as a whole. */
export interface ManyFacts {
	/** An IRI that no other export has. */
	readonly id: string;
	readonly label: string;
	readonly exportedAt: Instant;
}
