import type { Instant } from '../domain/annotation.ts';
import type { ArticleCandidate, ArticleFacts } from '../domain/article.ts';
import { joinedNote, withNote } from './article-note.ts';
import type { ArticleRow } from './rows.ts';

/** Addresses kept for one article; a page that changes its query on every visit must not make a row grow for ever. */
const MOST_ADDRESSES = 100;

const union = (a: readonly string[], b: readonly string[]) => [...new Set([...a, ...b])];

/** Facts a copy tells, as of a time; an absent fact says nothing. */
interface Testimony {
	readonly facts: ArticleFacts;
	readonly asOf: Instant;
}

/** The facts of both; where they differ, the later ones, and of two of one time the second. */
function mergeFacts(first: Testimony, second: Testimony): ArticleFacts {
	return second.asOf >= first.asOf ? { ...first.facts, ...second.facts } : { ...second.facts, ...first.facts };
}

function factsOf({ id, keys, addresses, added, note, asOf, annotated, deleted, ...facts }: ArticleRow): ArticleFacts {
	return facts;
}

export function newArticle(id: string, candidate: ArticleCandidate, asOf: Instant, at: Instant): ArticleRow {
	return { ...candidate.facts, id, keys: union(candidate.keys, []), addresses: [candidate.address], added: at, asOf };
}

/** The article with what one more copy tells of it. Merging the same copy again changes nothing. */
export function mergeCandidate(row: ArticleRow, candidate: ArticleCandidate, asOf: Instant): ArticleRow {
	return {
		...row,
		...mergeFacts({ facts: factsOf(row), asOf: row.asOf }, { facts: candidate.facts, asOf }),
		keys: union(row.keys, candidate.keys),
		addresses: union(row.addresses, [candidate.address]).slice(-MOST_ADDRESSES),
		asOf: asOf > row.asOf ? asOf : row.asOf,
	};
}

/**
 * One article out of two that turned out to be the same; it keeps the id of the first. It is in the trash only where both
 * were: then as of the later time, so that nothing goes sooner than was said.
 */
export function mergeArticles(into: ArticleRow, other: ArticleRow): ArticleRow {
	const { annotated, deleted, ...first } = into;
	const lastAnnotated = [annotated, other.annotated]
		.filter((time) => time !== undefined)
		.sort()
		.at(-1);
	const trashed = deleted !== undefined && other.deleted !== undefined;
	const merged = {
		...first,
		...mergeFacts({ facts: factsOf(other), asOf: other.asOf }, { facts: factsOf(into), asOf: into.asOf }),
		keys: union(into.keys, other.keys),
		addresses: union(other.addresses, into.addresses).slice(-MOST_ADDRESSES),
		added: into.added < other.added ? into.added : other.added,
		asOf: into.asOf > other.asOf ? into.asOf : other.asOf,
		...(lastAnnotated !== undefined && { annotated: lastAnnotated }),
		...(trashed && { deleted: deleted > other.deleted ? deleted : other.deleted }),
	};
	return withNote(merged, joinedNote(into.note, other.note));
}
