import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { LibraryPart } from '../../utils/domain/library-part.ts';
import { openExchangeStore } from '../../utils/storage/exchange-store.ts';
import { openLibraryStore } from '../../utils/storage/library-store.ts';
import { at, freshFactory, uuid } from './build.ts';
import { type Failure, failRequest } from './fail-request.ts';
import { libraryArbitrary } from './generated-parts.ts';
import { dump } from './native.ts';

const FAILURES: readonly Failure[] = ['refused', 'aborted before', 'aborted after'];
const [LIBRARY, OTHERS] = fc
	.sample(libraryArbitrary(2), { seed: 5, numRuns: 60 })
	.filter((parts) => parts.length === 2 && parts.every(({ annotations }) => annotations.length > 0)) as [
	LibraryPart[],
	LibraryPart[],
];

function source(parts: readonly LibraryPart[]) {
	const pages = parts.map((part) => [part]);
	return () => pages.shift();
}

async function prepared() {
	let ids = 5000;
	vi.spyOn(crypto, 'randomUUID').mockImplementation(() => uuid(ids++) as ReturnType<typeof crypto.randomUUID>);
	const indexedDB = freshFactory();
	const store = openExchangeStore({ indexedDB });
	await store.importParts(source(LIBRARY), { at: at(1), isWhole: true });
	return { indexedDB, store };
}

test('an import broken off at any moment wrote nothing, and tried again it is the whole import', async () => {
	const whole = await prepared();
	const before = await dump(whole.indexedDB);
	const bringIn = (store: typeof whole.store) => store.importParts(source(OTHERS), { at: at(2) });
	const requests = await failRequest(undefined, 'refused', () => bringIn(whole.store));
	const after = await dump(whole.indexedDB);
	expect(after).not.toEqual(before);
	for (const failure of FAILURES) {
		for (let n = 1; n <= requests; n++) {
			const { indexedDB, store } = await prepared();
			await expect(failRequest(n, failure, () => bringIn(store))).rejects.toMatchObject({ name: 'Fault' });
			expect(await dump(indexedDB), `${failure} at ${n} of ${requests}`).toEqual(before);
			store.close();
		}
	}
	const { indexedDB, store } = await prepared();
	await failRequest(requests, 'aborted after', () => bringIn(store)).catch(() => {});
	await bringIn(store);
	const counts = (rows: Record<string, unknown[]>) => Object.entries(rows).map(([table, all]) => [table, all.length]);
	expect(counts(await dump(indexedDB))).toEqual(counts(after));
});

test('a file that ends in trouble while it is read leaves nothing behind', async () => {
	const { indexedDB, store } = await prepared();
	const before = await dump(indexedDB);
	let asked = 0;
	const broken = async () => {
		if (++asked < 2) return [OTHERS[asked]!];
		throw new DOMException('the file was taken away', 'NotReadableError');
	};
	await expect(store.importParts(broken, { at: at(2) })).rejects.toMatchObject({ name: 'Fault' });
	expect(await dump(indexedDB)).toEqual(before);
	store.close();
});

test('parts that take their time to come are one transaction all the same', async () => {
	const { indexedDB, store } = await prepared();
	const pages = OTHERS.map((part) => [part]);
	const slow = async () => {
		await new Promise((resolve) => setTimeout(resolve, 20));
		return pages.shift();
	};
	expect(await store.importParts(slow, { at: at(2) })).toBeTypeOf('string');
	const slowly = await dump(indexedDB);
	const quick = await prepared();
	await quick.store.importParts(source(OTHERS), { at: at(2) });
	expect(slowly).toEqual(await dump(quick.indexedDB));
});

test('of a file that has a standing annotation in an article of the trash, neither is lost and the library is sound', async () => {
	const part = LIBRARY[0]!;
	const [annotation] = part.annotations;
	const { deleted: _, ...standing } = annotation!;
	const indexedDB = freshFactory();
	const store = openExchangeStore({ indexedDB });
	await store.importParts(
		source([
			{ ...part, article: { ...part.article, deleted: at(1), annotated: standing.modified }, annotations: [standing] },
		]),
		{ at: at(2), isWhole: true },
	);
	store.close();
	const library = openLibraryStore({ indexedDB });
	expect(await library.listAnnotations(part.article.id)).toMatchObject([{ id: standing.id }]);
	expect((await library.checkIntegrity()).flaws).toEqual([]);
	library.close();
});
