import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { CopyToKeep, ImportFile } from '../../utils/domain/import-record.ts';
import { openLibraryStore } from '../../utils/storage/library-store.ts';
import { at, candidate, fingerprintOf, freshFactory, uuid, version } from './build.ts';
import { dump } from './native.ts';

const open = () => openLibraryStore({ indexedDB: freshFactory() });
const IMPORT = uuid(100);
const file = (path: string): ImportFile => ({ importId: IMPORT, path, size: 10, modified: 1_790_000_000_000 });

/** A copy of the article of this name, with the n-th of its texts, captured at the n-th minute. */
const copy = (name: string, n: number, path?: string): CopyToKeep => ({
	article: candidate({ keys: [`url:${name}`], facts: { title: name, dir: 'ltr', captured: at(n) } }),
	version: version({ fingerprint: fingerprintOf(n), captured: at(n), text: `${name} ${n}` }),
	...(path !== undefined && { file: file(path) }),
});

test('each copy is told for what it was: added, known, newer or older', async () => {
	const store = open();
	const kept = await store.keepArticles([copy('a', 5), copy('b', 6), copy('a', 5), copy('a', 7), copy('a', 2)], at(9));
	expect(kept.map(({ outcome }) => outcome)).toEqual(['added', 'added', 'known', 'newer', 'older']);
	expect(new Set(kept.map(({ id }) => id)).size).toBe(2);
	const again = await store.keepArticles([copy('a', 5), copy('b', 6), copy('a', 7), copy('a', 2)], at(10));
	expect(again.map(({ outcome }) => outcome)).toEqual(['known', 'known', 'known', 'known']);
});

test('bringing the same in twice changes nothing but the report', async () => {
	const indexedDB = freshFactory();
	const store = openLibraryStore({ indexedDB });
	const copies = [copy('a', 1, 'a.txt'), copy('b', 2, 'b.html')];
	await store.keepArticles(copies, at(9));
	const { importedFiles, ...before } = await dump(indexedDB);
	await store.keepArticles(copies, at(10));
	const { importedFiles: after, ...rest } = await dump(indexedDB);
	expect(rest).toEqual(before);
	expect(after).toMatchObject([{ outcome: 'known' }, { outcome: 'known' }]);
});

test('an article that comes out of the trash is added', async () => {
	const store = open();
	const [kept] = await store.keepArticles([copy('a', 1)], at(9));
	await store.deleteArticles([kept!.id], at(10));
	expect(await store.keepArticles([copy('a', 1)], at(11))).toEqual([{ id: kept!.id, outcome: 'added' }]);
	expect(await store.listArticleIds('captured')).toEqual([kept!.id]);
});

test('copies that turn out to be one article with several of those kept are known for it', async () => {
	const store = open();
	const text = copy('t', 3);
	await store.keepArticles([copy('a', 1), { ...text, article: { ...text.article, keys: ['text:t'] } }], at(9));
	const both = { ...text, article: { ...text.article, keys: ['url:a', 'text:t'] } };
	expect(await store.keepArticles([both], at(10))).toMatchObject([{ outcome: 'known' }]);
	expect(await store.countLibrary()).toMatchObject({ articles: 1 });
});

test('an import that was broken off is there with all it reported, and goes on', async () => {
	const indexedDB = freshFactory();
	const store = openLibraryStore({ indexedDB });
	await store.startImport(IMPORT, at(1));
	await store.noteImport(IMPORT, { total: 3 });
	const [{ id } = { id: '' }] = await store.keepArticles([copy('a', 1, 'a.txt')], at(2));
	await store.recordImport([{ ...file('x.txt'), outcome: 'unreadable', reason: 'empty' }]);
	store.close();

	const next = openLibraryStore({ indexedDB });
	expect(await next.listImports()).toMatchObject([
		{ id: IMPORT, started: at(1), total: 3, counts: { added: 1, unreadable: 1, failed: 0 } },
	]);
	expect((await next.listImports())[0]).not.toHaveProperty('ended');
	expect(await next.listImportedFiles(IMPORT)).toEqual([
		{ ...file('a.txt'), outcome: 'added', articleId: id },
		{ ...file('x.txt'), outcome: 'unreadable', reason: 'empty' },
	]);
	await next.noteImport(IMPORT, { ended: at(3) });
	await next.startImport(IMPORT, at(4));
	expect(await next.listImports()).toMatchObject([{ started: at(1), total: 3 }]);
	await next.forgetImport(IMPORT);
	expect(await next.listImports()).toEqual([]);
	expect(await next.listImportedFiles(IMPORT)).toEqual([]);
	expect(await next.getArticle(id)).toBeDefined();
});
