import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type LibraryStore, openLibraryStore } from '../../utils/storage/library-store.ts';
import { articleOf, at, candidate, creation, freshFactory, summariesOf } from './build.ts';

const open = () => openLibraryStore({ indexedDB: freshFactory() });
const noteOf = async (store: LibraryStore, keys = candidate().keys) => (await articleOf(store, keys))?.note;

test('a note on an article is kept byte for byte, with the article though nothing in it is annotated', async () => {
	const indexedDB = freshFactory();
	const note = '# a\r\n\0 \ud83d alone, \u202eturned\n\n- [ ] b';
	const { id } = await openLibraryStore({ indexedDB }).noteArticle(candidate(), note, at(1));
	const again = openLibraryStore({ indexedDB });
	expect((await again.getArticle(id))?.note).toBe(note);
	expect((await again.openArticle(candidate().keys)).article?.note).toBe(note);
	expect((await summariesOf(again))[0]?.article.note).toBe(note);
});

test('a note on an article is taken back and done again among the other acts', async () => {
	const store = open();
	const { articleId: id } = await store.createAnnotation(creation(1));
	await store.noteArticle(candidate(), 'first', at(2));
	await store.noteArticle(candidate(), 'second', at(3));
	expect(await store.undo(id, at(4))).toEqual({ kind: 'article-note', articleId: id });
	expect(await noteOf(store)).toBe('first');
	await store.undo(id, at(5));
	expect(await articleOf(store, candidate().keys)).not.toHaveProperty('note');
	expect(await store.undo(id, at(6))).toMatchObject({ kind: 'create' });
	for (let i = 0; i < 3; i++) await store.redo(id, at(7));
	expect(await noteOf(store)).toBe('second');
});

test('what is typed in one go is one act, and the same note again is none', async () => {
	const store = open();
	const seconds = (n: number) => new Date(Date.parse(at(5)) + n * 1000).toISOString();
	const { id } = await store.noteArticle(candidate(), 'a', seconds(0));
	for (const [n, note] of ['ab', 'abc', 'abc'].entries()) await store.noteArticle(candidate(), note, seconds(n * 4));
	await store.noteArticle(candidate(), 'abcd', seconds(60));
	await store.undo(id, seconds(61));
	expect(await noteOf(store)).toBe('abc');
	await store.undo(id, seconds(62));
	expect(await noteOf(store)).toBeUndefined();
	expect(await store.undo(id, seconds(63))).toBeUndefined();
});

test('what is typed and taken back by hand in one go is no act', async () => {
	const store = open();
	const seconds = (n: number) => new Date(Date.parse(at(5)) + n * 1000).toISOString();
	const { articleId: id } = await store.createAnnotation(creation(1));
	await store.noteArticle(candidate(), 'abc', seconds(0));
	await store.noteArticle(candidate(), '', seconds(4));
	expect(await store.undo(id, seconds(9))).toMatchObject({ kind: 'create' });
});

test('what other copies tell of the article leaves the note as it is', async () => {
	const store = open();
	await store.noteArticle(candidate(), 'mine', at(1));
	await store.createAnnotation(creation(1, { article: candidate({ address: 'file:///a' }), at: at(9) }));
	expect(await noteOf(store)).toBe('mine');
});

test('two articles that turn out to be one keep both notes, and taking back takes no more than one act', async () => {
	const write = fc.record({ on: fc.constantFrom('live', 'saved'), note: fc.constantFrom('', 'a', 'b', 'c') });
	await fc.assert(
		fc.asyncProperty(fc.array(write, { maxLength: 6 }), async (writes) => {
			const store = open();
			const copies = { live: candidate({ keys: ['url:a'] }), saved: candidate({ keys: ['text:1'] }) };
			const notes = { live: '', saved: '' };
			const joined = () => [...new Set([notes.live, notes.saved])].filter(Boolean).join('\n\n');
			const states = [''];
			for (const copy of Object.values(copies)) await store.keepArticle(copy, undefined, at(0));
			for (const [n, { on, note }] of writes.entries()) {
				const isAct = notes[on as 'live'] !== note;
				await store.noteArticle(copies[on as 'live'], note, at(n + 1));
				notes[on as 'live'] = note;
				if (isAct) states.push(joined());
			}
			expect((await store.openArticle(['url:a', 'text:1'])).article?.note ?? '').toBe(joined());
			const { id } = await store.keepArticle(candidate({ keys: ['url:a', 'text:1'] }), undefined, at(30));
			expect((await store.getArticle(id))?.note ?? '').toBe(joined());
			for (const state of states.slice(0, -1).reverse()) {
				await store.undo(id, at(40));
				expect((await store.getArticle(id))?.note ?? '').toBe(state);
			}
			expect(await store.undo(id, at(41))).toBeUndefined();
			while (await store.redo(id, at(42)));
			expect((await store.getArticle(id))?.note ?? '').toBe(joined());
			store.close();
		}),
		{ numRuns: 60 },
	);
});
