import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { type IndexReader, openIndexReader } from '../../utils/storage/index-reader.ts';
import { type LibraryStore, openLibraryStore } from '../../utils/storage/library-store.ts';
import { at, candidate, creation, draft, fingerprintOf, freshFactory, uuid, version } from './build.ts';

function open() {
	const indexedDB = freshFactory();
	return { store: openLibraryStore({ indexedDB }), reader: openIndexReader({ indexedDB }) };
}

/** The keys of what is pending, after which nothing is. */
async function drained(reader: IndexReader): Promise<string[]> {
	const rows = await reader.pending(100);
	await reader.donePending(rows);
	expect(await reader.countPending()).toBe(0);
	return rows.map(({ key }) => key);
}

test('a thing is pending once until it is read, however often it was touched', async () => {
	const { store, reader } = open();
	const { articleId } = await store.createAnnotation(creation(1));
	await store.editAnnotation(uuid(1), { note: 'n' }, at(2));
	expect(await drained(reader)).toEqual([`annotation:${uuid(1)}`, `article:${articleId}`]);
});

test('what is touched while it is being read stays pending', async () => {
	const { store, reader } = open();
	await store.createAnnotation(creation(1));
	const rows = await reader.pending(100);
	await store.editAnnotation(uuid(1), { note: 'n' }, at(2));
	await reader.donePending(rows);
	expect(await drained(reader)).toEqual([`annotation:${uuid(1)}`]);
});

test.each<[string, (store: LibraryStore, articleId: string) => Promise<unknown>, (articleId: string) => string[]]>([
	['an edit', (store) => store.editAnnotation(uuid(1), { note: 'n' }, at(9)), () => [`annotation:${uuid(1)}`]],
	['an annotation that is deleted', (store) => store.deleteAnnotation(uuid(1), at(9)), () => [`annotation:${uuid(1)}`]],
	['a page that shows what is known', (store) => store.keepArticle(candidate(), version(), at(9)), () => []],
	[
		'a note on the article',
		(store) => store.noteArticle(candidate(), 'n', at(9)),
		(articleId) => [`article:${articleId}`],
	],
	[
		'a new text, in which all that is annotated is looked for',
		(store) => store.keepArticle(candidate(), version({ fingerprint: fingerprintOf(2) }), at(9)),
		(articleId) => [`annotation:${uuid(1)}`, `annotation:${uuid(2)}`, `article:${articleId}`],
	],
	[
		'a fact that passages are found by',
		(store) => store.keepArticle(candidate({ facts: { ...candidate().facts, section: 's' } }), undefined, at(9)),
		(articleId) => [`annotation:${uuid(1)}`, `annotation:${uuid(2)}`, `article:${articleId}`],
	],
	[
		'many changed',
		(store) => store.changeMany([uuid(1), uuid(2)], { color: 'pink' }, at(9)),
		() => [`annotation:${uuid(1)}`, `annotation:${uuid(2)}`],
	],
	[
		'an article that is deleted',
		(store, articleId) => store.deleteArticles([articleId], at(9)),
		(articleId) => [`article:${articleId}`, `annotation:${uuid(1)}`, `annotation:${uuid(2)}`],
	],
	['an act taken back', (store) => store.undoLast(at(9)), () => [`annotation:${uuid(2)}`]],
])('%s is to be read again', async (_, work, expected) => {
	const { store, reader } = open();
	const { articleId } = await store.createAnnotation(creation(1));
	await store.createAnnotation(creation(2, { draft: draft({}, 4) }));
	await drained(reader);
	await work(store, articleId);
	expect(await drained(reader)).toEqual(expected(articleId).sort());
});

test('an article that was taken into another is gone, and its annotations are read again', async () => {
	const { store, reader } = open();
	const live = await store.createAnnotation(creation(1, { article: candidate({ keys: ['url:a'] }) }));
	const text = candidate({ keys: ['text:t'], facts: { title: 't', dir: 'ltr' } });
	const saved = await store.createAnnotation(creation(2, { article: text }));
	await drained(reader);
	await store.keepArticle(candidate({ keys: ['url:a', 'text:t'] }), undefined, at(9));
	expect(await drained(reader)).toEqual(
		[
			`annotation:${uuid(1)}`,
			`annotation:${uuid(2)}`,
			`article:${live.articleId}`,
			`article:${saved.articleId}`,
		].sort(),
	);
});
