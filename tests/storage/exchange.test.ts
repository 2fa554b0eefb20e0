import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LibraryPart } from '../../utils/domain/library-part.ts';
import { changesAnything, type PartOutcome } from '../../utils/domain/part-outcome.ts';
import { type ExchangeStore, openExchangeStore } from '../../utils/storage/exchange-store.ts';
import { openLibraryStore } from '../../utils/storage/library-store.ts';
import { at, creation, draft, freshFactory, uuid } from './build.ts';
import { libraryArbitrary } from './generated-parts.ts';
import { dump } from './native.ts';

async function allParts(store: ExchangeStore): Promise<LibraryPart[]> {
	const parts: LibraryPart[] = [];
	for await (const page of store.readParts()) parts.push(...page);
	return parts;
}

/** Hands the parts out once, as a file does that was read already. */
function source(parts: readonly LibraryPart[]) {
	const pages = [parts];
	return () => pages.shift();
}

/** Every table but what the index has still to read. */
async function rowsIn(factory: IDBFactory) {
	const { pending, ...rows } = await dump(factory);
	return rows;
}

async function bringIn(factory: IDBFactory, parts: readonly LibraryPart[], isWhole = false): Promise<PartOutcome[]> {
	const store = openExchangeStore({ indexedDB: factory });
	const plan = await store.planImport(parts, { at: at(9000), isWhole });
	await store.importParts(source(parts), { at: at(9000), isWhole });
	store.close();
	return plan;
}

/** A library in which this and that was done, and taken back. */
async function livedIn(): Promise<IDBFactory> {
	const indexedDB = freshFactory();
	const store = openLibraryStore({ indexedDB });
	await store.createAnnotation(creation(1));
	await store.createAnnotation(creation(2, { draft: draft({ note: 'n', tags: ['a'] }) }));
	await store.editAnnotation(uuid(2), { note: 'edited' }, at(3));
	await store.undo((await store.openArticle(creation(1).article.keys)).article!.id, at(4));
	await store.changeMany([uuid(1), uuid(2)], { color: 'pink', addTags: ['b'] }, at(5));
	await store.deleteAnnotations([uuid(1)], at(6));
	await store.undoLast(at(7));
	await store.noteArticle(creation(1).article, 'on the article', at(8));
	store.close();
	return indexedDB;
}

describe('a whole library', () => {
	test('brought into an empty one is the same in every field, journal included, and goes on being undone', async () => {
		const from = await livedIn();
		const store = openExchangeStore({ indexedDB: from });
		const exact = await allParts(store);
		store.close();
		const into = freshFactory();
		await bringIn(into, exact, true);
		expect(await rowsIn(into)).toEqual(await rowsIn(from));
		const restored = openLibraryStore({ indexedDB: into });
		await restored.undoLast(at(20));
		await restored.undoLast(at(21));
		expect((await restored.getPassages([uuid(2)]))[0]!.annotation).toMatchObject({ color: 'yellow', tags: ['a'] });
		restored.close();
	});

	test('whatever is in it, comes out as it went in', async () => {
		await fc.assert(
			fc.asyncProperty(libraryArbitrary(), async (parts) => {
				const factory = freshFactory();
				await bringIn(factory, parts, true);
				const store = openExchangeStore({ indexedDB: factory });
				const sorted = (list: readonly LibraryPart[]) =>
					list.map((part) => ({ ...part, annotations: [...part.annotations].sort((a, b) => (a.id < b.id ? -1 : 1)) }));
				expect(sorted(await allParts(store))).toEqual(sorted(parts));
				store.close();
			}),
			{ numRuns: 40 },
		);
	});

	test('of more articles than are read at once comes out whole', async () => {
		const one = (n: number): LibraryPart => ({
			article: { id: uuid(n), title: 't', dir: 'ltr', keys: [`url:${n}`], addresses: [], added: at(0), asOf: at(0) },
			versions: [],
			annotations: [],
		});
		const factory = freshFactory();
		await bringIn(
			factory,
			Array.from({ length: 450 }, (_, n) => one(n)),
			true,
		);
		const store = openExchangeStore({ indexedDB: factory });
		expect((await allParts(store)).map(({ article }) => article.id)).toEqual(
			Array.from({ length: 450 }, (_, n) => uuid(n)),
		);
		expect(await store.countArticles()).toBe(450);
		store.close();
	});
});

describe('bringing in', () => {
	test('the same twice is once, into an empty library or one in use', async () => {
		await fc.assert(
			fc.asyncProperty(libraryArbitrary(3), libraryArbitrary(3), async (library, parts) => {
				const factory = freshFactory();
				await bringIn(factory, library, true);
				await bringIn(factory, parts);
				const after = await dump(factory);
				const plan = await bringIn(factory, parts);
				expect(plan.filter(changesAnything)).toEqual([]);
				expect(await dump(factory)).toEqual(after);
			}),
			{ numRuns: 40 },
		);
	});

	test('of two states of an annotation the newer stands, and undoing leads to the other', async () => {
		const from = await livedIn();
		const store = openExchangeStore({ indexedDB: from });
		const [part] = await allParts(store);
		const change = (id: string, note: string, modified: string) =>
			part!.annotations.filter((one) => one.id === id).map((one) => ({ ...one, note, modified }));
		const altered = {
			...part!,
			annotations: [...change(uuid(1), 'newer there', at(100)), ...change(uuid(2), 'older there', at(0))],
		};
		const plan = await bringIn(from, [altered]);
		expect(plan).toMatchObject([{ isNew: false, added: 0, same: 0, updated: 1, kept: 1 }]);
		const library = openLibraryStore({ indexedDB: from });
		const notes = async () => (await library.getPassages([uuid(1), uuid(2)])).map(({ annotation }) => annotation.note);
		expect(await notes()).toEqual(['newer there', 'n']);
		expect(await library.undoLast(at(9001))).toMatchObject({ kind: 'import' });
		expect(await notes()).toEqual(['', 'older there']);
		await library.redoLast(at(9002));
		expect(await notes()).toEqual(['newer there', 'n']);
		// Told once, the older state is not told again.
		expect(await bringIn(from, [{ ...altered, annotations: altered.annotations.slice(1) }])).toMatchObject([
			{ same: 1, kept: 0 },
		]);
		library.close();
		store.close();
	});

	test('undone, what came is in the trash, article and all; done again it stands', async () => {
		const parts = fc.sample(libraryArbitrary(3), { seed: 7, numRuns: 20 }).find((one) => one.length === 3)!;
		const standing = parts.map(({ article: { deleted: _, ...article }, ...part }) => ({
			...part,
			article,
			annotations: part.annotations.map(({ deleted: __, ...one }) => one),
		}));
		const factory = freshFactory();
		await bringIn(factory, standing);
		const library = openLibraryStore({ indexedDB: factory });
		const count = standing.flatMap(({ annotations }) => annotations).length;
		expect(await library.countLibrary()).toMatchObject({ articles: 3, annotations: count });
		await library.undoLast(at(9001));
		expect(await library.countLibrary()).toMatchObject({ articles: 0, annotations: 0, trashedArticles: 3 });
		expect((await library.listTrash()).map(({ kind }) => kind)).toEqual(['article', 'article', 'article']);
		await library.redoLast(at(9002));
		expect(await library.countLibrary()).toMatchObject({ articles: 3, annotations: count, trashedArticles: 0 });
		library.close();
	});

	test('an id that is another article’s annotation’s gets another one, the same each time', async () => {
		const from = await livedIn();
		const store = openExchangeStore({ indexedDB: from });
		const [part] = await allParts(store);
		store.close();
		const stranger: LibraryPart = {
			article: { ...part!.article, id: uuid(77), url: 'https://x.y/z', keys: ['url:https://x.y/z'] },
			versions: [],
			annotations: part!.annotations.map((one) => ({ ...one, articleId: uuid(77), note: 'stranger' })),
		};
		expect(await bringIn(from, [stranger])).toMatchObject([{ isNew: true, added: 2 }]);
		expect(await bringIn(from, [stranger])).toMatchObject([{ isNew: false, added: 0, same: 2 }]);
		const library = openLibraryStore({ indexedDB: from });
		expect((await library.getPassages([uuid(1)]))[0]!.annotation.note).toBe('');
		library.close();
	});

	test('what a file says twice is told apart also where nothing was there before', async () => {
		const from = await livedIn();
		const store = openExchangeStore({ indexedDB: from });
		const [part] = await allParts(store);
		store.close();
		const named = (id: number, url: string): LibraryPart['article'] => ({
			...part!.article,
			id: uuid(id),
			keys: [url],
		});
		const [own] = part!.annotations;
		const [a, b, c] = [named(77, 'url:https://x.y/a'), named(78, 'url:https://x.y/b'), named(79, 'url:https://x.y/a')];
		const factory = freshFactory();
		await bringIn(factory, [
			{ article: a, versions: [], annotations: [{ ...own!, articleId: a.id }] },
			{ article: b, versions: [], annotations: [{ ...own!, articleId: b.id }] },
			{ article: c, versions: [], annotations: [{ ...own!, id: uuid(5), articleId: c.id }] },
		]);
		const into = openExchangeStore({ indexedDB: factory });
		const found = (await allParts(into)).map(({ article, annotations }) => [article.id, annotations.length]);
		expect(found).toEqual([
			[uuid(77), 2],
			[uuid(78), 1],
		]);
		into.close();
	});

	test('an id that another article has is not taken from it', async () => {
		const from = await livedIn();
		const store = openExchangeStore({ indexedDB: from });
		const [part] = await allParts(store);
		store.close();
		const stranger: LibraryPart = {
			article: { ...part!.article, url: 'https://x.y/z', keys: ['url:https://x.y/z'], title: 'stranger' },
			versions: [],
			annotations: [],
		};
		expect(await bringIn(from, [stranger])).toMatchObject([{ isNew: true }]);
		expect(await bringIn(from, [stranger])).toMatchObject([{ isNew: false }]);
		const library = openLibraryStore({ indexedDB: from });
		expect((await library.getArticle(part!.article.id))!.title).toBe('一篇文章');
		library.close();
	});

	test('a note on the article is added to the one there, once, and undone with the rest', async () => {
		const from = await livedIn();
		const store = openExchangeStore({ indexedDB: from });
		const [part] = await allParts(store);
		store.close();
		const noted = { ...part!, article: { ...part!.article, note: 'theirs' } };
		await bringIn(from, [noted]);
		const library = openLibraryStore({ indexedDB: from });
		const note = async () => (await library.getArticle(part!.article.id))!.note;
		expect(await note()).toBe('on the article\n\ntheirs');
		await bringIn(from, [noted]);
		expect(await note()).toBe('on the article\n\ntheirs');
		await library.undoLast(at(9001));
		expect(await note()).toBe('on the article');
		library.close();
	});
});
