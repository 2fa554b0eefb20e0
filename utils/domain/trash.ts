import type { Annotation, Instant } from './annotation.ts';
import type { Article } from './article.ts';

/** How long what was deleted can be restored, in days of 24 hours. */
export const TRASH_DAYS = 30;
const DAY_MS = 86_400_000;

/** When what was deleted at this time goes for ever. */
export function goesAt(deleted: Instant): Instant {
	return new Date(Date.parse(deleted) + TRASH_DAYS * DAY_MS).toISOString();
}

/** What was deleted at this time or before is due to go now. */
export function dueSince(now: Instant): Instant {
	return new Date(Date.parse(now) - TRASH_DAYS * DAY_MS).toISOString();
}

/** An article in the trash with the annotations that went with it, or an annotation alone. */
export type TrashEntry = {
	readonly id: string;
	readonly article: Article;
	readonly deleted: Instant;
	readonly goes: Instant;
} & (
	| {
			readonly kind: 'article';
			/** How many annotations went with it. */
			readonly annotations: number;
			/** How many of these have a note; the note on the article counts too. */
			readonly notes: number;
	  }
	| { readonly kind: 'annotation'; readonly annotation: Annotation }
);

/** What went for ever. */
export interface Purged {
	readonly articles: number;
	readonly annotations: number;
}
