import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { openStore, type Store } from '../../utils/storage/store.ts';
import { MOST_BARE_VERSIONS } from '../../utils/storage/versions.ts';
import { at, candidate, creation, fingerprintOf, freshFactory, uuid, version } from './build.ts';

const open = () => openStore({ indexedDB: freshFactory() });
const state = (n: number) => version({ fingerprint: fingerprintOf(n), captured: at(n), text: `版本 ${n}` });

async function keepStates(store: Store, from: number, to: number): Promise<string> {
	let id = '';
	for (let n = from; n <= to; n++) id = (await store.keepArticle(candidate(), state(n), at(n))).id;
	return id;
}
const kept = async (store: Store, id: string) => (await store.listVersions(id)).map(({ fingerprint }) => fingerprint);

test('a version is kept once, and the first one again adds nothing', async () => {
	const store = open();
	const id = await keepStates(store, 1, 2);
	await keepStates(store, 1, 2);
	await store.keepArticle(candidate(), { ...state(1), captured: at(9), address: 'https://web.archive.org/x' }, at(9));
	expect(await store.listVersions(id)).toEqual([
		{ ...state(1), articleId: id },
		{ ...state(2), articleId: id },
	]);
});

test('of versions that nothing was annotated on, the oldest go beyond a number', async () => {
	const store = open();
	const id = await keepStates(store, 1, MOST_BARE_VERSIONS + 2);
	const fingerprints = await kept(store, id);
	expect(fingerprints).toHaveLength(MOST_BARE_VERSIONS);
	expect(fingerprints[0]).toBe(fingerprintOf(3));
	expect(fingerprints.at(-1)).toBe(fingerprintOf(MOST_BARE_VERSIONS + 2));
});

test('a version that an annotation was made on stays, also with the annotation in the trash', async () => {
	const store = open();
	await store.createAnnotation(creation(1, { version: state(1) }));
	await store.createAnnotation(creation(2, { version: state(2) }));
	await store.deleteAnnotation(uuid(2), at(3));
	const id = await keepStates(store, 3, MOST_BARE_VERSIONS + 5);
	const fingerprints = await kept(store, id);
	expect(fingerprints.slice(0, 3)).toEqual([fingerprintOf(1), fingerprintOf(2), fingerprintOf(6)]);
	expect(fingerprints).toHaveLength(MOST_BARE_VERSIONS + 2);
});

test('a version that undoing leads back to stays', async () => {
	const store = open();
	await store.createAnnotation(creation(1, { version: state(1) }));
	const { selectors } = creation(1).draft;
	await store.reattachAnnotation({ id: uuid(1), article: candidate(), version: state(2), selectors, at: at(3) });
	const id = await keepStates(store, 3, MOST_BARE_VERSIONS + 5);
	expect((await kept(store, id)).slice(0, 3)).toEqual([fingerprintOf(1), fingerprintOf(2), fingerprintOf(6)]);
});

test('an old copy that is opened late is kept although it is older than all', async () => {
	const store = open();
	const id = await keepStates(store, 2, MOST_BARE_VERSIONS + 2);
	await keepStates(store, 1, 1);
	const fingerprints = await kept(store, id);
	expect(fingerprints[0]).toBe(fingerprintOf(1));
	expect(fingerprints).toHaveLength(MOST_BARE_VERSIONS);
});
