import 'fake-indexeddb/auto';
import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { choosePicked } from '../../../entrypoints/library/import/choose-picked.ts';
import type { Chosen } from '../../../entrypoints/library/import/found-file.ts';
import { createImportSession, type ImportSessionOptions } from '../../../entrypoints/library/import/import-session.ts';
import { openFiles } from '../../../entrypoints/library/import/read-found.ts';
import { recordFiles } from '../../../entrypoints/library/import/record-files.ts';
import { storeLedger } from '../../../entrypoints/library/import/store-ledger.ts';
import { whatToDo } from '../../../entrypoints/library/import/what-to-do.ts';
import { type ReadArticle, readSource } from '../../../entrypoints/shared/read-source.ts';
import type { SavedSource } from '../../../entrypoints/shared/saved-source.ts';
import type { ImportState } from '../../../utils/domain/import-progress.ts';
import { type LibraryStore, openLibraryStore } from '../../../utils/storage/library-store.ts';
import { articleInFourForms } from '../../fixtures/article/archive-folder.ts';
import { freshFactory } from '../../storage/build.ts';
import { dump } from '../../storage/native.ts';
import { pickedFile } from './fake-entries.ts';

beforeAll(() => {
	const { window } = new JSDOM();
	Object.assign(globalThis, { window, DOMParser: window.DOMParser });
});
afterAll(() => {
	for (const name of ['window', 'DOMParser']) Reflect.deleteProperty(globalThis, name);
});

let factory = freshFactory();
let store: LibraryStore;
/** Over all tabs. */
let locks = new Set<string>();
beforeEach(() => {
	locks = new Set();
	factory = freshFactory();
	store = openLibraryStore({ indexedDB: factory });
});

/** A visit to the page: all that is left of the one before is what is stored. */
function visit(changes: Partial<ImportSessionOptions> = {}) {
	const states: ImportState[] = [];
	const session = createImportSession({
		ledger: storeLedger(
			store,
			recordFiles(store, () => new Date()),
			() => new Date(),
		),
		openerOf: (known) => async (file) => (await openFiles([file], new Set(known)))[0],
		loadReader: async () => readSource,
		async withLock(name, work) {
			if (locks.has(name)) return undefined;
			locks.add(name);
			try {
				return await work();
			} finally {
				locks.delete(name);
			}
		},
		isLocked: async (name) => locks.has(name),
		newId: () => crypto.randomUUID(),
		now: () => performance.now(),
		yieldTask: () => new Promise((resolve) => setTimeout(resolve)),
		changed: (state) => states.push(state),
		...changes,
	});
	return { session, states };
}

function choose(files: Iterable<readonly [string, string | Uint8Array]>): Chosen {
	return choosePicked(Array.from(files, ([path, content]) => pickedFile(`chosen/${path}`, content)))!;
}

const many = (count: number): Chosen =>
	choose(Array.from({ length: count }, (_, n) => [`${n}.md`, `rfi ${n}`] as const));

/** Makes an article of a number: parsing is not what these tests are about. */
function readNumber(source: SavedSource, address: string): ReadArticle {
	const n = source.kind === 'page' ? source.text.split(' ')[1]! : '';
	const url = `https://www.rfi.fr/cn/${n}`;
	return { address, extracted: { title: n, dir: 'ltr', url, text: n, html: `<p>${n}</p>` } };
}

const readingNumbers = { loadReader: async () => readNumber };

function countsOf({ report }: ImportState): Record<string, number> {
	return Object.fromEntries(Object.entries(report?.groups ?? {}).map(([outcome, files]) => [outcome, files.length]));
}

test('an article in four forms, twice, edited and as it was before: one article, and the same again changes nothing', async () => {
	const wanted = ['1.txt', '2.md', '3.html', '4.html', 'no-address.md', 'same.txt', 'z-newer.txt', 'z-older.txt'];
	const folder = () => choose([...articleInFourForms(), ['letter.txt', 'Chère amie, il pleut.'], ['p.jpg', 'x']]);
	const { session } = visit();
	await session.start(folder());
	const lines = Object.values(session.state.report?.groups ?? {}).flat();
	expect(lines.map(({ path, outcome }) => [path.slice('chosen/'.length), outcome]).sort()).toEqual(
		[
			...wanted.map((path, index) => [
				path,
				['added', 'known', 'known', 'known', 'known', 'known', 'newer', 'older'][index],
			]),
			['letter.txt', 'not-article'],
		].sort(),
	);
	expect(session.state.imports[0]).toMatchObject({ name: 'chosen', total: 9, passedOver: 1 });
	expect(session.state.imports[0]?.ended).toBeDefined();
	const { articles, versions } = await dump(factory);
	expect([articles?.length, versions?.length]).toEqual([1, 3]);

	await session.start(folder());
	expect(countsOf(session.state)).toEqual({ known: 8, 'not-article': 1 });
	const after = await dump(factory);
	expect([after.articles, after.versions]).toEqual([articles, versions]);
});

describe('an import that is broken off', () => {
	test('has kept all that it reported, says where it stopped, and reads nothing twice when it is resumed', async () => {
		let [opened, read] = [0, 0];
		const chosen = many(300);
		let told = (): void => {};
		const counted = new Promise<void>((resolve) => {
			told = resolve;
		});
		async function* walk() {
			yield* chosen.walk();
			told();
		}
		const dies = visit({
			...readingNumbers,
			openerOf: (known) => async (file) => {
				await counted;
				if (++opened > 230) await new Promise(() => {});
				return (await openFiles([file], new Set(known)))[0];
			},
		});
		// The tab is closed: nothing of it goes on.
		void dies.session.start({ ...chosen, walk });
		await until(() => opened > 230 && (countsOf(dies.session.state).added ?? 0) >= 200);
		const reported = dies.session.state.report?.groups.added?.map(({ articleId }) => articleId) ?? [];

		locks.clear();
		const second = visit({
			loadReader: async () => (source, address) => {
				read++;
				return readNumber(source, address);
			},
		});
		await second.session.look();
		const [stopped] = second.session.state.imports;
		expect(stopped).toMatchObject({ total: 300 });
		expect(stopped?.ended).toBeUndefined();
		expect(stopped?.counts.added).toBe(reported.length);
		for (const id of reported) expect(await store.getArticle(id!)).toBeDefined();

		second.session.resumeWithNext(stopped!.id);
		await second.session.start(many(300));
		expect(read).toBe(300 - reported.length);
		expect(countsOf(second.session.state)).toEqual({ added: 300 });
		expect(second.session.state.imports).toHaveLength(1);
		expect((await store.countLibrary()).articles).toBe(300);
	});

	test('is forgotten with its lines, and the articles stay', async () => {
		const { session } = visit(readingNumbers);
		await session.start(many(5));
		await session.forget(session.state.imports[0]!.id);
		expect(session.state.imports).toEqual([]);
		expect(session.state.report).toBeUndefined();
		const { imports, importedFiles, articles } = await dump(factory);
		expect([imports?.length, importedFiles?.length, articles?.length]).toEqual([0, 0, 5]);
	});
});

test('only one import runs, and another tab is told', async () => {
	const here = visit(readingNumbers);
	const running = here.session.start(many(120));
	await until(() => here.session.state.running !== undefined);
	const { session, states } = visit(readingNumbers);
	await session.look();
	expect(session.state.isElsewhere).toBe(true);
	await session.start(many(3));
	expect(states.some((state) => state.running !== undefined)).toBe(false);
	await running;
	expect((await store.countLibrary()).articles).toBe(120);
});

test('an import that runs is forgotten by no other tab, and by any once it is over', async () => {
	const here = visit(readingNumbers);
	const running = here.session.start(many(300));
	await until(() => (countsOf(here.session.state).added ?? 0) > 0);
	const { id } = here.session.state.running!;
	const { session } = visit(readingNumbers);
	await session.forget(id);
	expect(session.state.isElsewhere).toBe(true);
	await running;
	expect(countsOf(here.session.state)).toEqual({ added: 300 });
	expect(here.session.state.imports[0]?.counts.added).toBe(300);
	await session.forget(id);
	expect([session.state.isElsewhere, session.state.imports]).toEqual([false, []]);
	expect(locks.size).toBe(0);
});

test('what is chosen while an import runs waits, a single file too: the page is not left', () => {
	const [one, folder] = [choosePicked([pickedFile('a.md', '')])!, many(2)];
	const idle: ImportState = { isElsewhere: false, imports: [] };
	const progress = { found: 0, isCounted: false, passedOver: 0, done: 0, skipped: 0 };
	const busy: ImportState = { ...idle, running: { id: 'i', name: 'n', phase: 'running', progress } };
	expect([whatToDo(idle, one), whatToDo(idle, folder)]).toEqual(['open', 'import']);
	expect(whatToDo({ ...idle, resuming: 'i' }, one)).toBe('import');
	expect([whatToDo(busy, one), whatToDo(busy, folder)]).toEqual(['wait', 'wait']);
});

test('pause, resume and cancel are shown as they take effect', async () => {
	const { session } = visit(readingNumbers);
	const running = session.start(many(120));
	await until(() => session.state.running !== undefined);
	session.pause();
	expect(session.state.running?.phase).toBe('paused');
	session.resume();
	expect(session.state.running?.phase).toBe('running');
	session.cancel();
	expect(session.state.running?.phase).toBe('ending');
	await running;
	expect(session.state.running).toBeUndefined();
	expect(session.state.imports[0]?.ended).toBeUndefined();
});

async function until(holds: () => boolean): Promise<void> {
	while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}
