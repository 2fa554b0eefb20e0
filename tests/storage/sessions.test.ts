import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openStore, type Store } from '../../utils/storage/store.ts';
import { at, creation, draft, freshFactory, uuid } from './build.ts';

const SESSION = uuid(500);
const OTHER_SESSION = uuid(501);

async function withOne(note = 'before'): Promise<{ store: Store; articleId: string }> {
	const store = openStore({ indexedDB: freshFactory() });
	const { articleId } = await store.createAnnotation(creation(1, { draft: draft({ note }) }));
	return { store, articleId };
}

const noteOf = async (store: Store, articleId: string) => (await store.listAnnotations(articleId))[0]?.note;

describe('what is typed in one sitting, and stored again and again as it is typed,', () => {
	test('is one act: one undo gives what stood before it, one redo all of it', async () => {
		const contents = fc.record(
			{ note: fc.constantFrom('before', 'a', 'ab', 'abc'), tags: fc.subarray(['t', 'u']) },
			{ requiredKeys: [] },
		);
		await fc.assert(
			fc.asyncProperty(fc.array(contents, { minLength: 1, maxLength: 8 }), async (typed) => {
				const { store, articleId } = await withOne();
				const [before] = await store.listAnnotations(articleId);
				for (const [index, changes] of typed.entries())
					await store.editAnnotation(uuid(1), changes, at(2 + index), SESSION);
				const [after] = await store.listAnnotations(articleId);
				const isChanged = after?.note !== before?.note || after?.tags.join() !== before?.tags.join();
				const report = await store.undo(articleId, at(50));
				expect(report?.kind).toBe(isChanged ? 'edit' : 'create');
				if (isChanged) {
					expect(await store.listAnnotations(articleId)).toEqual([{ ...before, modified: at(50) }]);
					await store.redo(articleId, at(51));
					expect(await store.listAnnotations(articleId)).toEqual([{ ...after, modified: at(51) }]);
				}
				store.close();
			}),
			{ numRuns: 60 },
		);
	});

	test('is another act in another sitting', async () => {
		const { store, articleId } = await withOne();
		await store.editAnnotation(uuid(1), { note: 'a' }, at(2), SESSION);
		await store.editAnnotation(uuid(1), { note: 'ab' }, at(3), SESSION);
		await store.editAnnotation(uuid(1), { note: 'abc' }, at(4), OTHER_SESSION);
		await store.undo(articleId, at(5));
		expect(await noteOf(store, articleId)).toBe('ab');
		await store.undo(articleId, at(6));
		expect(await noteOf(store, articleId)).toBe('before');
	});

	test('goes on as an act of its own after another act in between, also after an undo', async () => {
		const { store, articleId } = await withOne();
		await store.editAnnotation(uuid(1), { note: 'a' }, at(2), SESSION);
		await store.editAnnotation(uuid(1), { color: 'pink' }, at(3));
		await store.editAnnotation(uuid(1), { note: 'ab' }, at(4), SESSION);
		await store.undo(articleId, at(5));
		expect((await store.listAnnotations(articleId))[0]).toMatchObject({ note: 'a', color: 'pink' });
		await store.undo(articleId, at(6));
		await store.editAnnotation(uuid(1), { note: 'x' }, at(7), SESSION);
		expect(await store.redo(articleId, at(8))).toBeUndefined();
		await store.undo(articleId, at(9));
		expect(await noteOf(store, articleId)).toBe('before');
	});

	test('belongs to its annotation alone', async () => {
		const { store, articleId } = await withOne();
		await store.createAnnotation(creation(2, { draft: draft({}, 9) }));
		await store.editAnnotation(uuid(1), { note: 'one' }, at(3), SESSION);
		await store.editAnnotation(uuid(2), { note: 'two' }, at(4), SESSION);
		await store.undo(articleId, at(5));
		expect((await store.listAnnotations(articleId)).map(({ note }) => note)).toEqual(['one', '']);
	});

	test('is refused under a session that is none', async () => {
		const { store } = await withOne();
		await expect(store.editAnnotation(uuid(1), { note: 'a' }, at(2), 'mine')).rejects.toMatchObject({
			code: 'invalid',
		});
	});
});

test('tags are told with the most used first, each once, without reading the annotations', async () => {
	const store = openStore({ indexedDB: freshFactory() });
	for (const [n, tags] of [['b', 'a'], ['b', 'ç'], ['b', 'a'], []].entries())
		await store.createAnnotation(creation(n + 1, { draft: draft({ tags }, n) }));
	expect(await store.listTags()).toEqual(['b', 'a', 'ç']);
});
