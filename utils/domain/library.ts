import type { Annotation, Instant } from './annotation.ts';
import type { Article } from './article.ts';
import type { Color, Style } from './color.ts';

/** By the day an article appeared, by its last annotation, or by when its newest copy was taken; the newest first. */
export type ArticleOrder = 'published' | 'annotated' | 'captured';

/** By when an annotation was made or last changed; the newest first. */
export type AnnotationOrder = 'created' | 'modified';

export interface LibraryCounts {
	readonly articles: number;
	readonly annotations: number;
	readonly trashedArticles: number;
	/** Those that lie there with their article included. */
	readonly trashedAnnotations: number;
}

/** An article as the library lists it. The trash does not count. */
export interface ArticleSummary {
	readonly article: Article;
	readonly counts: Readonly<Record<Color, number>>;
	readonly total: number;
	/** Those of its annotations, the most used first. */
	readonly tags: readonly string[];
	/** When an annotation of it was last made, changed or deleted; absent where it never had one. */
	readonly lastAnnotated?: Instant;
	/** When the newest copy of it was taken. */
	readonly captured: Instant;
	/** How its latest text begins after the title: at most 200 code units, empty where no text is kept. */
	readonly firstLine: string;
	/** How many states of its text are kept. */
	readonly versions: number;
}

/** An annotation with the article it is made on. */
export interface Passage {
	readonly annotation: Annotation;
	readonly article: Article;
}

/** What is changed on many annotations at once; absent members stay as they are. */
export interface ManyChange {
	readonly color?: Color;
	readonly style?: Style;
	readonly addTags?: readonly string[];
	readonly removeTags?: readonly string[];
}
