import type { IntegrityReport } from '../domain/integrity.ts';
import { findFlaws, toReport } from './find-flaws.ts';
import { formerIdKey } from './match-article.ts';
import { markArticles } from './pending.ts';
import { putArticle } from './put-rows.ts';
import { withDeleted } from './replay.ts';
import type { ArticleRow } from './rows.ts';
import type { Database } from './schema.ts';
import { latestVersion } from './versions.ts';

/** Code units of a title made of a text. */
const LONGEST_TITLE = 120;

/** Puts right what can be, and tells what is left. No word of the reader's goes. Part of a larger transaction. */
export async function repair(database: Database): Promise<IntegrityReport> {
	const { flawed, missing, annotated, trashedWithStanding } = await findFlaws(database);
	for (const id of missing) await putArticle(database, await articleOfRemains(database, id));
	for (const row of await rowsOf(database, [...trashedWithStanding])) {
		await putArticle(database, withDeleted(row, undefined), row);
	}
	for (const row of await rowsOf(database, flawed['wrongly-dated'])) {
		const { annotated: _, ...rest } = row;
		const last = annotated.get(row.id);
		await database.articles.put(last === undefined ? rest : { ...rest, annotated: last });
	}
	// When they were last annotated is searched by.
	await markArticles(database, flawed['wrongly-dated']);
	await database.acts.bulkDelete(flawed['acts-of-nothing'].map(Number));
	return toReport(await findFlaws(database));
}

async function rowsOf(database: Database, ids: readonly string[]): Promise<ArticleRow[]> {
	return (await database.articles.bulkGet([...ids])).filter((row) => row !== undefined);
}

/** An article for annotations and texts that have none any more. What copies it had nobody knows: it is found by its id. */
async function articleOfRemains(database: Database, id: string): Promise<ArticleRow> {
	const annotations = await database.annotations.where('articleId').equals(id).toArray();
	const latest = await latestVersion(database, id);
	const [first] = annotations;
	const times = [...annotations.map(({ created }) => created), ...(latest ? [latest.captured] : [])].sort();
	const words = latest?.text ?? first?.selectors?.quote?.exact ?? '';
	const last = annotations
		.map(({ modified }) => modified)
		.sort()
		.at(-1);
	return {
		id,
		title: words.trim().split('\n', 1)[0]!.slice(0, LONGEST_TITLE),
		dir: 'ltr',
		keys: [formerIdKey(id)],
		addresses: latest ? [latest.address] : [],
		added: times[0] ?? EPOCH,
		asOf: latest?.captured ?? EPOCH,
		...(last !== undefined && { annotated: last }),
	};
}

/** Any copy tells more, and later. */
const EPOCH = new Date(0).toISOString();
