import type { Instant } from '../domain/annotation.ts';
import { checkAnnotation } from '../domain/check-annotation.ts';
import { FLAW_KINDS, type FlawKind, type IntegrityProgress, type IntegrityReport } from '../domain/integrity.ts';
import { NO_VERSION } from '../domain/library-part.ts';
import type { AnnotationRow } from './rows.ts';
import type { Database } from './schema.ts';

/** Annotations read at a time: a library is not held in memory as a whole. */
const SLICE = 2_000;
const MOST_EXAMPLES = 20;

/** What is wrong with what is stored, as repairing needs it. */
export interface Findings {
	readonly flawed: Readonly<Record<FlawKind, readonly string[]>>;
	/** Ids of articles that annotations or versions name, and that are missing. */
	readonly missing: ReadonlySet<string>;
	/** By article: when something was last annotated by what its annotations say. */
	readonly annotated: ReadonlyMap<string, Instant>;
	readonly trashedWithStanding: ReadonlySet<string>;
	readonly articles: number;
	readonly annotations: number;
	readonly versions: number;
}

/** Looks at everything once. Part of a transaction; only its annotations are read, of all else the keys. */
export async function findFlaws(database: Database, progress?: IntegrityProgress): Promise<Findings> {
	const articleIds = new Set(await database.articles.toCollection().primaryKeys());
	const trashed = new Set(await database.articles.orderBy('deleted').primaryKeys());
	const versionKeys = await database.versions.toCollection().primaryKeys();
	const versions = new Set(versionKeys.map((key) => key.join()));
	const flawed = Object.fromEntries(FLAW_KINDS.map((kind) => [kind, []])) as unknown as Record<FlawKind, string[]>;
	const missing = new Set(versionKeys.flatMap(([id]) => (articleIds.has(id) ? [] : [id])));
	const annotated = new Map<string, Instant>();
	const trashedWithStanding = new Set<string>();
	const ids = new Set<string>();

	await eachAnnotation(
		database,
		(row) => {
			const { id, articleId, modified, deleted } = row;
			ids.add(id);
			if (!isWellFormed(row)) flawed.malformed.push(id);
			if (row.version !== NO_VERSION && !versions.has([articleId, row.version].join()))
				flawed['without-version'].push(id);
			if (modified > (annotated.get(articleId) ?? '')) annotated.set(articleId, modified);
			if (!articleIds.has(articleId)) {
				missing.add(articleId);
				flawed['without-article'].push(id);
			} else if (deleted === undefined && trashed.has(articleId)) {
				trashedWithStanding.add(articleId);
				flawed['in-trashed-article'].push(id);
			}
		},
		progress,
	);
	flawed['wrongly-dated'] = await wronglyDated(database, articleIds, annotated);
	flawed['acts-of-nothing'] = await actsOfNothing(database, (id) => articleIds.has(id) || missing.has(id), ids);
	const counts = { articles: articleIds.size, annotations: ids.size, versions: versionKeys.length };
	return { flawed, missing, annotated, trashedWithStanding, ...counts };
}

async function eachAnnotation(
	database: Database,
	look: (row: AnnotationRow) => void,
	progress?: IntegrityProgress,
): Promise<void> {
	const total = await database.annotations.count();
	let done = 0;
	for (let last = ''; ; ) {
		const rows = await database.annotations.where('id').above(last).limit(SLICE).toArray();
		rows.forEach(look);
		done += rows.length;
		progress?.(done, total);
		if (rows.length < SLICE) return;
		last = rows.at(-1)!.id;
	}
}

function isWellFormed(row: AnnotationRow): boolean {
	try {
		checkAnnotation(row);
		return true;
	} catch {
		return false;
	}
}

async function wronglyDated(
	database: Database,
	articleIds: ReadonlySet<string>,
	annotated: ReadonlyMap<string, Instant>,
): Promise<string[]> {
	const keys = await database.articles.orderBy('annotated').keys();
	const dated = await database.articles.orderBy('annotated').primaryKeys();
	const told = new Map(dated.map((id, index) => [id, keys[index]]));
	return [...articleIds].filter((id) => told.get(id) !== annotated.get(id));
}

async function actsOfNothing(
	database: Database,
	isArticle: (id: string) => boolean,
	annotations: ReadonlySet<string>,
): Promise<string[]> {
	const gone = new Set<number>();
	for (const [index, exists] of [
		['[articleId+undone]', (key: unknown) => isArticle((key as [string, number])[0])],
		['annotationId', (key: unknown) => annotations.has(key as string)],
	] as const) {
		const keys = await database.acts.orderBy(index).keys();
		const acts = await database.acts.orderBy(index).primaryKeys();
		for (const [place, seq] of acts.entries()) if (!exists(keys[place])) gone.add(seq);
	}
	return [...gone].sort((a, b) => a - b).map(String);
}

/** The findings as the reader is told of them. */
export function toReport({ flawed, articles, annotations, versions }: Findings): IntegrityReport {
	const flaws = FLAW_KINDS.map((kind) => {
		const found = flawed[kind];
		return { kind, count: found.length, examples: found.slice(0, MOST_EXAMPLES) };
	});
	return { articles, annotations, versions, flaws: flaws.filter(({ count }) => count > 0) };
}
