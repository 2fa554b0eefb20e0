import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { withCondition } from '../../entrypoints/library/query-conditions.ts';
import { createIndexClient, type IndexClient, type WorkerPort } from '../../entrypoints/library-index/index-client.ts';
import { createIndexService, type IndexService } from '../../entrypoints/library-index/index-service.ts';
import type { IndexMessage } from '../../entrypoints/library-index/protocol.ts';
import { openIndexReader } from '../../utils/storage/index-reader.ts';
import { type LibraryStore, openLibraryStore } from '../../utils/storage/library-store.ts';
import { at, candidate, creation, draft, fingerprintOf, uuid, version } from '../storage/build.ts';

/** A library, and the worker that indexes it, without a browser. */
interface World {
	readonly store: LibraryStore;
	readonly indexedDB: IDBFactory;
	client: IndexClient;
	service: IndexService;
	/** Ends the worker and starts another on the same database. */
	reopen(): void;
	close(): void;
}

function world(): World {
	const indexedDB = new IDBFactory();
	const store = openLibraryStore({ indexedDB });
	const world = { store, indexedDB, reopen, close } as World;
	let last: Promise<void> = Promise.resolve();
	const lock = (work: () => Promise<void>) => {
		const next = last.then(work);
		last = next.catch(() => undefined);
		return next;
	};
	function start(): void {
		const port: WorkerPort = {
			postMessage: (message) => void world.service.ask(message),
			terminate: () => world.service.close(),
			onmessage: null,
			onerror: null,
		};
		const tell = (data: IndexMessage) => port.onmessage?.({ data } as MessageEvent<IndexMessage>);
		world.service = createIndexService(openIndexReader({ indexedDB }), tell, { indexedDB, lock });
		world.client = createIndexClient(() => port);
		world.client.watch(() => undefined);
	}
	function reopen(): void {
		world.client.close();
		start();
	}
	function close(): void {
		world.client.close();
		store.close();
	}
	start();
	return world;
}

const PLACES = ['cn', 'fr'] as const;
const TEXTS = ['法国总统说，今天晴。', '香港。', "Le président est à l'Élysée.", 'Il pleut à Paris.'] as const;
/** An article, in one of two states. */
function article(n: number, state = 0) {
	const edition = PLACES[n % 2]!;
	const url = `https://www.rfi.fr/${edition}/${n}`;
	const text = `${n}号\n${TEXTS[(n + state * 2) % 4]}${TEXTS[(n + state) % 4]}`;
	return {
		article: candidate({
			facts: { title: `${n}号`, dir: 'ltr', url, edition, published: at(n) },
			keys: [`url:${url}`],
			address: url,
		}),
		version: version({ text, fingerprint: fingerprintOf(n * 10 + state + 1), captured: at(100 * state), address: url }),
	};
}

async function idsFor(client: IndexClient, kind: 'article' | 'annotation', query: string): Promise<string[]> {
	const result = await client.search({ query, kind, order: 'sense' });
	return [...(result?.ids.slice(0) ?? [])].sort();
}

/** What a reader may do, on few things, so that acts meet. */
const act = fc.record({
	kind: fc.constantFrom(
		'keep',
		'annotate',
		'note',
		'edit',
		'delete',
		'restore',
		'trash',
		'undo',
		'reopen',
		'rebuild',
		'catch-up',
	),
	n: fc.integer({ min: 0, max: 5 }),
	state: fc.integer({ min: 0, max: 1 }),
});

type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

async function perform(world: World, { kind, n, state }: Act, minute: number): Promise<void> {
	const { store } = world;
	const when = at(minute);
	const annotationIds = await store.listAnnotationIds('created');
	const articleIds = await store.listArticleIds('published');
	const annotation = annotationIds[n % Math.max(1, annotationIds.length)];
	const id = articleIds[n % Math.max(1, articleIds.length)];
	if (kind === 'keep') await store.keepArticle(article(n, state).article, article(n, state).version, when);
	else if (kind === 'annotate')
		await store.createAnnotation(
			creation(1000 + minute, { ...article(n, state), at: when, draft: draft({ color: state ? 'blue' : 'yellow' }) }),
		);
	else if (kind === 'note') await store.noteArticle(article(n).article, state ? 'remarque 總統' : '', when);
	else if (kind === 'edit' && annotation)
		await store.editAnnotation(annotation, { note: state ? 'Président 法國' : '', tags: state ? ['自由'] : [] }, when);
	else if (kind === 'delete' && annotation) await store.deleteAnnotations([annotation], when);
	else if (kind === 'trash' && id) await store.deleteArticles([id], when);
	else if (kind === 'restore') {
		const entries = await store.listTrash();
		const ids = (kind: string) => entries.flatMap((entry) => (entry.kind === kind ? [entry.id] : []));
		await store.restore({ articles: ids('article'), annotations: ids('annotation') }, when);
	} else if (kind === 'undo') await store.undoLast(when);
	else if (kind === 'reopen') world.reopen();
	else if (kind === 'rebuild') await world.client.ask('rebuild', {});
	else if (kind === 'catch-up') await world.service.catchUp();
}

/** The answers of reading everything that is stored. */
async function expected(store: LibraryStore) {
	const annotations = (await store.getPassages(await store.listAnnotationIds('created'))).map((one) => one.annotation);
	const articles = await store.getSummaries(await store.listArticleIds('published'));
	const texts = new Map<string, string>();
	for (const { article } of articles) {
		const latest = await store.latestVersion(article.id);
		texts.set(article.id, `${latest?.text ?? ''} ${article.note ?? ''}`);
	}
	return {
		all: articles.map(({ article }) => article.id).sort(),
		presidents: [...texts].flatMap(([id, text]) => (/总统|總統/.test(text) ? [id] : [])).sort(),
		yellow: annotations
			.filter(({ color }) => color === 'yellow')
			.map(({ id }) => id)
			.sort(),
		passages: annotations.map(({ id }) => id).sort(),
		annotated: articles
			.filter(({ total }) => total > 0)
			.map(({ article }) => article.id)
			.sort(),
		noted: annotations
			.filter(({ note }) => note.includes('法國'))
			.map(({ id }) => id)
			.sort(),
		tagged: articles
			.filter(({ tags }) => tags.includes('自由'))
			.map(({ article }) => article.id)
			.sort(),
	};
}

async function answered({ client }: World) {
	return {
		all: await idsFor(client, 'article', ''),
		presidents: await idsFor(client, 'article', '总统'),
		yellow: await idsFor(client, 'annotation', 'color:yellow'),
		noted: await idsFor(client, 'annotation', '法国 has:note'),
		passages: await idsFor(client, 'annotation', 'has:annotation'),
		annotated: await idsFor(client, 'article', 'has:annotation'),
		tagged: await idsFor(client, 'article', 'tag:自由'),
	};
}

describe('the index of the library', () => {
	test('tells what is stored, whatever was done, undone, reopened and made anew', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 20 }), async (acts) => {
				const here = world();
				try {
					for (const [index, one] of acts.entries()) await perform(here, one, 200 + index);
					await here.service.catchUp();
					expect(await answered(here)).toEqual(await expected(here.store));
					const state = await here.client.ask('state', {});
					const { articles, annotations } = await here.store.countLibrary();
					expect(state).toMatchObject({ articles, annotations, pending: 0, isRebuilding: false });
				} finally {
					here.close();
				}
			}),
			{ numRuns: 30 },
		);
	}, 120_000);

	test('is made anew by itself, whatever of it was lost or altered', async () => {
		const here = world();
		for (let n = 0; n < 6; n++) {
			await here.store.keepArticle(article(n).article, article(n).version, at(n));
			await here.store.createAnnotation(creation(n, { ...article(n), at: at(n) }));
		}
		await here.service.catchUp();
		const whole = await answered(here);
		expect(whole.yellow).toHaveLength(6);
		for (const harm of HARMS) {
			await harm(here.indexedDB);
			here.reopen();
			// Found out while it is brought up to date, or by who asks; until it is whole again nobody is told that it is.
			const result = await here.client.search({ query: '总统', kind: 'article', order: 'sense' });
			if (result?.isExact) expect(result.ids.slice(0).sort()).toEqual(whole.presidents);
			await here.service.catchUp();
			expect(await answered(here), String(harm)).toEqual(whole);
		}
		here.close();
	});

	test('reads each article once, however its annotations are mixed with others', async () => {
		const here = world();
		here.client.close();
		const annotated = Array.from({ length: 220 }, (_, n) => uuid(1000 + n));
		for (const [n, id] of annotated.entries())
			await here.store.createAnnotation({ ...creation(n, { ...article(n % 20), at: at(n) }), id });
		const source = openIndexReader({ indexedDB: here.indexedDB });
		const service = createIndexService(source, () => undefined, { indexedDB: here.indexedDB, lock: (work) => work() });
		await service.catchUp();
		const read = vi.spyOn(source, 'readArticles');
		await here.store.changeMany(annotated, { color: 'pink' }, at(400));
		await service.catchUp();
		const ids = read.mock.calls.flatMap(([ids]) => ids);
		expect([ids.length, new Set(ids).size]).toEqual([20, 20]);
		expect(await source.countPending()).toBe(0);
		service.close();
		here.reopen();
		expect(await idsFor(here.client, 'annotation', 'color:pink')).toEqual(annotated);
		here.close();
	});

	test('finds everything but an annotation that was damaged where it lies', async () => {
		const here = world();
		for (const n of [1, 2])
			await here.store.createAnnotation(creation(n, { ...article(n), draft: draft({ note: 'pluie' }, n), at: at(n) }));
		const database = await done(here.indexedDB.open('en-marge'));
		const rows = database.transaction('annotations', 'readwrite').objectStore('annotations');
		const { selectors, ...rest } = await done(rows.get(uuid(1)));
		await done(rows.put({ ...rest, tags: 'none' }));
		database.close();
		await here.service.catchUp();
		expect(await idsFor(here.client, 'annotation', 'pluie')).toEqual([uuid(2)]);
		expect(await idsFor(here.client, 'article', '香港')).not.toEqual([]);
		here.close();
	});

	test('finds every other article where the text of one was damaged where it lies', async () => {
		const here = world();
		for (const n of [1, 2])
			await here.store.createAnnotation(creation(n, { ...article(n), draft: draft({ note: 'pluie' }, n), at: at(n) }));
		const database = await done(here.indexedDB.open('en-marge'));
		const rows = database.transaction('versions', 'readwrite').objectStore('versions');
		const [first] = await done(rows.getAll());
		await done(rows.put({ ...first, text: 5 }));
		database.close();
		await here.service.catchUp();
		expect(await idsFor(here.client, 'annotation', 'pluie')).toHaveLength(1);
		expect(await here.client.search({ query: 'pluie', kind: 'annotation', order: 'annotated' })).toMatchObject({
			isExact: true,
		});
		here.close();
	});

	test.each(['say "hi"', '« liberté »', "l'eau"])('finds by the tag %s, as it is written into a query', async (tag) => {
		const here = world();
		await here.store.createAnnotation(creation(1, { ...article(1), draft: draft({ tags: [tag] }, 1), at: at(1) }));
		await here.store.createAnnotation(creation(2, { ...article(2), draft: draft({ tags: ['other'] }, 2), at: at(2) }));
		await here.service.catchUp();
		const query = withCondition('', 'tag', tag);
		expect(await idsFor(here.client, 'annotation', query)).toEqual([uuid(1)]);
		here.close();
	});

	test('tells which passages are gone, and which have other words now', async () => {
		const here = world();
		const quote = {
			type: 'TextQuoteSelector',
			exact: 'gris et froid',
			prefix: 'Le matin était ',
			suffix: ' dans la ville',
		} as const;
		const text = (words: string) =>
			`Titre\nUn long début de texte, avec bien des mots. Le matin était ${words} dans la ville endormie. Une longue fin de texte, avec bien des mots aussi.`;
		const start = text('gris et froid').indexOf('gris');
		const selectors = { quote, position: { type: 'TextPositionSelector', start, end: start + 13 } } as const;
		const kept = article(1);
		const state = (n: number, words: string) => ({
			...kept.version,
			text: text(words),
			fingerprint: fingerprintOf(n),
			captured: at(n),
		});
		await here.store.createAnnotation(
			creation(1, { article: kept.article, version: state(50, 'gris et froid'), draft: draft({ selectors }) }),
		);
		await here.service.catchUp();
		expect(await idsFor(here.client, 'annotation', 'is:changed')).toEqual([]);
		await here.store.keepArticle(kept.article, state(51, 'gris et très froid'), at(51));
		await here.service.catchUp();
		expect(await idsFor(here.client, 'annotation', 'is:changed')).toEqual([uuid(1)]);
		await here.store.keepArticle(
			kept.article,
			{ ...state(52, ''), text: 'Titre\nTout autre chose, sans rien de cela.' },
			at(52),
		);
		await here.service.catchUp();
		expect(await idsFor(here.client, 'annotation', 'is:orphan')).toEqual([uuid(1)]);
		expect(await idsFor(here.client, 'article', 'is:orphan')).toHaveLength(1);
		here.close();
	});

	test('shows hits in their sentence, counts facets and days, and lets a later search overtake', async () => {
		const here = world();
		for (let n = 0; n < 4; n++) await here.store.keepArticle(article(n).article, article(n).version, at(n));
		await here.service.catchUp();
		const first = here.client.search({ query: '总统', kind: 'article', order: 'sense' });
		const other = here.client.search({ query: '总统', kind: 'annotation', order: 'sense' });
		const second = here.client.search({ query: 'élysée', kind: 'article', order: 'published' });
		expect(await first).toBeUndefined();
		expect(await other).toMatchObject({ total: 0 });
		const found = await second;
		expect(found).toMatchObject({ total: found!.ids.length, isExact: true, problems: [] });
		const snippets = await here.client.ask('snippets', { kind: 'article', query: 'elysee ', ids: found!.ids.slice(0) });
		expect(snippets.map(({ text, marks: [[start, end] = [0, 0]] = [] }) => text.slice(start, end))).toEqual(
			found!.ids.slice(0).map(() => 'Élysée'),
		);
		const facets = await here.client.ask('facets', { kind: 'article', query: '' });
		expect(facets.edition).toEqual([
			['cn', 2],
			['fr', 2],
		]);
		const months = await here.client.ask('timeline', { kind: 'article', query: '', unit: 'month' });
		expect(months).toEqual([['2026-11', 4]]);
		here.close();
	});
});

/** What may befall a database. */
const HARMS: readonly ((indexedDB: IDBFactory) => Promise<void>)[] = [
	(indexedDB) => inIndex(indexedDB, 'blocks', (store) => store.clear()),
	(indexedDB) => inIndex(indexedDB, 'segments', (store) => store.clear()),
	(indexedDB) => inIndex(indexedDB, 'manifest', (store) => store.clear()),
	(indexedDB) => inIndex(indexedDB, 'manifest', (store, [row]) => store.put({ ...(row as object), format: 0 })),
	(indexedDB) =>
		inIndex(indexedDB, 'blocks', (store, rows) => {
			for (const row of rows as { bytes: Uint8Array }[]) {
				row.bytes[row.bytes.length >> 1]! ^= 1;
				store.put(row);
			}
		}),
	(indexedDB) =>
		inIndex(indexedDB, 'segments', (store, rows) => {
			for (const row of rows as { ids: Uint8Array }[]) {
				row.ids[3]! ^= 1;
				store.put(row);
			}
		}),
];

async function inIndex(
	indexedDB: IDBFactory,
	name: string,
	work: (store: IDBObjectStore, rows: readonly unknown[]) => unknown,
): Promise<void> {
	const database = await done(indexedDB.open('en-marge-index'));
	const transaction = database.transaction(name, 'readwrite');
	const store = transaction.objectStore(name);
	work(store, await done(store.getAll()));
	await new Promise((resolve, reject) => {
		transaction.oncomplete = resolve;
		transaction.onabort = reject;
	});
	database.close();
}

function done<T>(request: IDBRequest<T>): Promise<T> {
	return new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
}
