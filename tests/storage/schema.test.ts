import 'fake-indexeddb/auto';
import type { Transaction } from 'dexie';
import { expect, test } from 'vitest';
import { checkAnnotation } from '../../utils/domain/check-annotation.ts';
import { checkArticleCandidate, checkVersionCandidate } from '../../utils/domain/check-article.ts';
import { openLibraryStore } from '../../utils/storage/library-store.ts';
import type { AnnotationRow, ArticleRow, PendingRow } from '../../utils/storage/rows.ts';
import { createDatabase, LADDER, type Rung } from '../../utils/storage/schema.ts';
import { articleOf, at, freshFactory, uuid } from './build.ts';
import { dump, openNatively } from './native.ts';
import { SCHEMA_EXAMPLES as EXAMPLES, storedExample as stored } from './schema-examples.ts';

test('every version of the database has a stored example, and was not changed since', () => {
	expect(LADDER.map((rung) => rung.version)).toEqual(EXAMPLES.map((example) => example.version).sort((a, b) => a - b));
	for (const example of EXAMPLES)
		expect(LADDER.find((rung) => rung.version === example.version)!.stores).toEqual(example.stores);
});

for (const example of EXAMPLES) {
	test(`what version ${example.version} stored is read by today's store, byte for byte`, async () => {
		const indexedDB = await stored(example);
		const store = openLibraryStore({ indexedDB });
		const articles = [];
		for (const { id } of example.rows.articles!) articles.push((await store.getArticle(id as string))!);
		const annotations = [];
		for (const article of articles) {
			checkArticleCandidate({ facts: article, keys: article.keys, address: article.addresses[0] });
			for (const version of await store.listVersions(article.id)) checkVersionCandidate(version);
			annotations.push(...(await store.listAnnotations(article.id)));
			annotations.push(...(await store.listAnnotations(article.id, { trashed: true })));
		}
		for (const annotation of annotations) {
			expect(checkAnnotation(annotation)).toEqual(annotation);
			const before = example.rows.annotations!.find((row) => row.id === annotation.id)!;
			for (const member of ['note', 'tags', 'selectors', 'color', 'style', 'created', 'deleted'] as const)
				expect(annotation[member]).toEqual(before[member]);
		}
		expect(annotations).toHaveLength(example.rows.annotations!.length);
	});

	test(`what version ${example.version} stored can be undone and redone today`, async () => {
		const store = openLibraryStore({ indexedDB: await stored(example) });
		const { id } = (await articleOf(store, ['url:https://www.rfi.fr/cn/a']))!;
		expect(await store.undo(id, at(1))).toEqual({ kind: 'delete', annotationId: uuid(2), articleId: id });
		expect(await store.listAnnotations(id)).toHaveLength(2);
		// Under the id it had before it was joined to this one.
		expect((await store.getArticle(uuid(15)))?.id).toBe(id);
		expect(await store.redo((await articleOf(store, ['text:2']))!.id, at(1))).toMatchObject({ kind: 'edit' });
	});
}

/** A version 2 as it might be: one more table, one more index, and a member that older rows lack. */
const NEXT: Rung = {
	version: LADDER.at(-1)!.version + 1,
	stores: { annotations: 'id, articleId, [articleId+modified], deleted, *tags, modified, place', searches: 'id' },
	upgrade: (transaction) =>
		transaction
			.table('annotations')
			.toCollection()
			.modify((row: { place?: number; selectors: { position: { start: number } } }) => {
				row.place = row.selectors.position.start;
			}),
};

for (const example of EXAMPLES) {
	test(`version ${example.version} climbs the ladder to the next version, and loses nothing`, async () => {
		const indexedDB = await stored(example);
		const before = await dump(indexedDB);
		const database = createDatabase({ indexedDB, ladder: [...LADDER, NEXT] });
		await database.open();
		const byPlace = await database.table('annotations').orderBy('place').primaryKeys();
		expect(byPlace.filter((id) => String(id) < uuid(4))).toEqual([uuid(3), uuid(1), uuid(2)]);
		database.close();
		const after = await dump(indexedDB);
		expect(after.searches).toEqual([]);
		expect(after.annotations).toEqual(
			(before.annotations as { selectors: { position: { start: number } } }[]).map((row) => ({
				...row,
				place: row.selectors.position.start,
			})),
		);
		expect(after.articles).toMatchObject(before.articles!);
		for (const table of ['versions', 'acts']) expect(after[table]).toEqual(before[table]);
	});

	test(`a migration of version ${example.version} that fails half-way leaves the database as it was`, async () => {
		const indexedDB = await stored(example);
		const before = await dump(indexedDB);
		let rows = 0;
		const broken: Rung = {
			...NEXT,
			upgrade: (transaction) =>
				transaction
					.table('annotations')
					.toCollection()
					.modify((row) => {
						row.note = 'lost';
						if (++rows === 2) throw new Error('injected');
					}),
		};
		const store = openLibraryStore({ indexedDB, ladder: [...LADDER, broken] });
		await expect(store.listArticleIds('annotated')).rejects.toMatchObject({ code: 'write-failed' });
		store.close();
		expect(await dump(indexedDB)).toEqual(before);
		const standing = example.rows.articles!.filter(({ deleted }) => deleted === undefined);
		expect(await openLibraryStore({ indexedDB }).listArticleIds('annotated')).toHaveLength(standing.length);
	});
}

test('from version 1 it is told when each article was last annotated, and all is to be read by the index', async () => {
	const indexedDB = await stored(EXAMPLES.find(({ version }) => version === 1)!);
	await openLibraryStore({ indexedDB }).listTags();
	const rows = await dump(indexedDB);
	const [articles, annotations] = [rows.articles as ArticleRow[], rows.annotations as AnnotationRow[]];
	for (const article of articles) {
		const times = annotations.flatMap(({ articleId, modified }) => (articleId === article.id ? [modified] : []));
		expect(article.annotated).toBe(times.sort().at(-1));
	}
	const keys = [...articles.map(({ id }) => `article:${id}`), ...annotations.map(({ id }) => `annotation:${id}`)];
	expect((rows.pending as PendingRow[]).map(({ key }) => key)).toEqual(keys.sort());
});

test('an upgrade from version 1 that is broken off, were it at its very end, leaves version 1 whole', async () => {
	const indexedDB = await stored(EXAMPLES.find(({ version }) => version === 1)!);
	const before = await dump(indexedDB);
	let isDone = false;
	const ladder = LADDER.map((rung) => ({
		...rung,
		...(rung.upgrade && {
			async upgrade(transaction: Transaction) {
				await rung.upgrade!(transaction);
				isDone = (await transaction.table('pending').count()) > 0;
				throw new Error('broken off');
			},
		}),
	}));
	const store = openLibraryStore({ indexedDB, ladder });
	await expect(store.listTags()).rejects.toMatchObject({ code: 'write-failed' });
	store.close();
	expect(isDone).toBe(true);
	const native = await openNatively(indexedDB);
	expect(native.version).toBe(10);
	native.close();
	expect(await dump(indexedDB)).toEqual(before);
	expect(await openLibraryStore({ indexedDB }).listArticleIds('annotated')).toHaveLength(2);
});

test('the number of the database is to IndexedDB ten times what it is here, as Dexie counts', async () => {
	const indexedDB = freshFactory();
	await openLibraryStore({ indexedDB }).listArticleIds('annotated');
	expect((await openNatively(indexedDB)).version).toBe(10 * LADDER.at(-1)!.version);
});
