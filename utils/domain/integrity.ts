/**
 * What may be wrong with what is stored. Said of annotations, unless it is said otherwise:
 * - `without-article`: their article is missing; they, and texts kept of such an article, get one made of what is known
 * - `in-trashed-article`: they stand, but their article lies in the trash; it is brought back
 * - `wrongly-dated`: of articles: when something was last annotated is not what their annotations say; said anew
 * - `acts-of-nothing`: of the undo journal: what they were done on is gone; removed
 * - `without-version`: the text they were made on is not kept; they are found by their own words all the same.
 *   Not said of those from another program, which were made on none
 * - `malformed`: not as En marge writes them; left as they are
 */
export const FLAW_KINDS = [
	'without-article',
	'in-trashed-article',
	'wrongly-dated',
	'acts-of-nothing',
	'without-version',
	'malformed',
] as const;
export type FlawKind = (typeof FLAW_KINDS)[number];

const BEYOND_REPAIR: readonly FlawKind[] = ['without-version', 'malformed'];

export function isRepairable(kind: FlawKind): boolean {
	return !BEYOND_REPAIR.includes(kind);
}

export interface Flaw {
	readonly kind: FlawKind;
	/** At least 1. */
	readonly count: number;
	/** The first of them, at most 20: ids of annotations, articles where it is said of these, or numbers of acts. */
	readonly examples: readonly string[];
}

export interface IntegrityReport {
	/** How many were looked at. */
	readonly articles: number;
	readonly annotations: number;
	readonly versions: number;
	/** Empty where all is well. */
	readonly flaws: readonly Flaw[];
}

/** Told while it is looked: how many annotations of how many. */
export type IntegrityProgress = (done: number, total: number) => void;
