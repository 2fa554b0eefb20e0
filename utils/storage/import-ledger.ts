import type { Instant } from '../domain/annotation.ts';
import {
	type CopyToKeep,
	IMPORT_OUTCOMES,
	type ImportedFile,
	type ImportFacts,
	type ImportOutcome,
	type ImportSummary,
	type KeptCopy,
	type KeptOutcome,
} from '../domain/import-record.ts';
import { addArticles, findMatch, join, keepForAct, type NewCopy } from './articles.ts';
import type { Database } from './schema.ts';
import { latestVersion } from './versions.ts';

/** Keeps copies of articles, and writes down what became of the files they come from. Part of a larger transaction. */
export async function keepArticles(
	database: Database,
	copies: readonly CopyToKeep[],
	at: Instant,
): Promise<KeptCopy[]> {
	const taken = await keysTaken(database, copies);
	const kept: KeptCopy[] = [];
	let fresh: NewCopy[] = [];
	async function addFresh(): Promise<void> {
		if (fresh.length > 0) await addArticles(database, fresh, at);
		fresh = [];
	}
	for (const copy of copies) {
		const { article, version } = copy;
		if (article.keys.some((key) => taken.has(key))) {
			// It may be one of those that came just before it.
			await addFresh();
			kept.push(await keepCopy(database, copy, at));
		} else {
			const id = crypto.randomUUID();
			fresh.push({ id, article, version });
			kept.push({ id, outcome: 'added' });
		}
		for (const key of article.keys) taken.add(key);
	}
	await addFresh();
	await database.importedFiles.bulkPut(
		copies.flatMap(({ file }, index) => {
			const { id, outcome } = kept[index]!;
			return file === undefined ? [] : [{ ...file, outcome, articleId: id }];
		}),
	);
	return kept;
}

/** Keys next to each other that are looked for together: those of articles of one day are mostly all new, or all known. */
const RUN = 10;

/** The keys of these copies that articles have already. */
async function keysTaken(database: Database, copies: readonly CopyToKeep[]): Promise<Set<string>> {
	const keys = [...new Set(copies.flatMap(({ article }) => article.keys))].sort();
	const runs = Array.from({ length: Math.ceil(keys.length / RUN) }, (_, n) => keys.slice(n * RUN, (n + 1) * RUN));
	const found = await Promise.all(
		runs.map((run) => database.articles.where('keys').between(run[0], run.at(-1), true, true).limit(1).primaryKeys()),
	);
	const near = runs.flatMap((run, index) => (found[index]!.length > 0 ? run : []));
	const counts = await Promise.all(near.map((key) => database.articles.where('keys').equals(key).count()));
	return new Set(near.filter((_, index) => counts[index]! > 0));
}

async function keepCopy(database: Database, { article, version }: CopyToKeep, at: Instant): Promise<KeptCopy> {
	const match = await findMatch(database, article.keys);
	const known = match && (await join(database, match));
	const isKnownText =
		version === undefined || (known && (await database.versions.get([known.id, version.fingerprint]))) !== undefined;
	const latest = known && (await latestVersion(database, known.id));
	const { id } = await keepForAct(database, article, version, at);
	const outcome = (): KeptOutcome => {
		if (known === undefined || known.deleted !== undefined) return 'added';
		if (isKnownText) return 'known';
		return latest === undefined || version.captured > latest.captured ? 'newer' : 'older';
	};
	return { id, outcome: outcome() };
}

/** Opens the record of an import. The same id again is the same import, gone on with. */
export async function startImport(database: Database, id: string, at: Instant): Promise<void> {
	const known = await database.imports.get(id);
	const { ended, ...row } = known ?? { id, started: at };
	await database.imports.put(row);
}

/** Writes down what became of files of which no article is kept. */
export async function recordImport(database: Database, files: readonly ImportedFile[]): Promise<void> {
	await database.importedFiles.bulkPut([...files]);
}

/** What is known of an import as a whole: how many files it has, that it came to its end. */
export async function noteImport(database: Database, id: string, facts: ImportFacts): Promise<void> {
	const row = await database.imports.get(id);
	if (row) await database.imports.put({ ...row, ...facts });
}

/** All imports that are not forgotten, the last first. */
export async function listImports(database: Database): Promise<ImportSummary[]> {
	const rows = await database.imports.toArray();
	const summaries = await Promise.all(
		rows.map(async (row) => {
			const counts = await Promise.all(
				IMPORT_OUTCOMES.map(async (outcome) => {
					const files = database.importedFiles.where('[importId+outcome]').equals([row.id, outcome]);
					return [outcome, await files.count()] as const;
				}),
			);
			return { ...row, counts: Object.fromEntries(counts) as Record<ImportOutcome, number> };
		}),
	);
	return summaries.sort((a, b) => (a.started < b.started ? 1 : -1));
}

/** What became of the files of an import, by their path. */
export async function listImportedFiles(database: Database, importId: string): Promise<ImportedFile[]> {
	return await database.importedFiles.where('importId').equals(importId).toArray();
}

/** Removes the record of an import; the articles it brought stay. */
export async function forgetImport(database: Database, id: string): Promise<void> {
	await database.imports.delete(id);
	await database.importedFiles.where('importId').equals(id).delete();
}
