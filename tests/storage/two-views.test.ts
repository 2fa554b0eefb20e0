import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { openStore } from '../../utils/storage/store.ts';
import { at, creation, draft, freshFactory, uuid } from './build.ts';

/** Two views of one database, each with a connection of its own, and an annotation both show. */
async function twoViews() {
	const indexedDB = freshFactory();
	const [page, popup] = [openStore({ indexedDB }), openStore({ indexedDB })];
	const { articleId } = await page.createAnnotation(creation(1, { draft: draft({ note: 'first' }) }));
	const note = async () => (await page.listAnnotations(articleId))[0]!.note;
	return { page, popup, articleId, note };
}

const seconds = (n: number) => new Date(Date.parse(at(60)) + n * 1000).toISOString();

test('of two edits at once the later wins, and the earlier one is an undo away', async () => {
	const { page, popup, articleId, note } = await twoViews();
	await Promise.all([
		page.editAnnotation(uuid(1), { note: 'page' }, seconds(0)),
		popup.editAnnotation(uuid(1), { note: 'popup' }, seconds(1)),
	]);
	expect(await note()).toBe('popup');
	await page.undo(articleId, seconds(2));
	expect(await note()).toBe('page');
	await page.undo(articleId, seconds(3));
	expect(await note()).toBe('first');
});

test('an edit made earlier that arrives later does not win, and is an undo away', async () => {
	const { page, popup, articleId, note } = await twoViews();
	await popup.editAnnotation(uuid(1), { note: 'popup' }, seconds(1));
	const seen = await page.editAnnotation(uuid(1), { note: 'page' }, seconds(0));
	expect(seen.note).toBe('popup');
	expect(seen.modified).toBe(seconds(1));
	await popup.undo(articleId, seconds(2));
	expect(await note()).toBe('page');
	await popup.undo(articleId, seconds(3));
	expect(await note()).toBe('popup');
	await popup.undo(articleId, seconds(4));
	expect(await note()).toBe('first');
});

test('edits of different members at once are both kept, in whatever order they arrive', async () => {
	const { page, popup, articleId } = await twoViews();
	await popup.editAnnotation(uuid(1), { note: 'popup' }, seconds(1));
	await page.editAnnotation(uuid(1), { color: 'pink', tags: ['t'] }, seconds(0));
	expect(await page.listAnnotations(articleId)).toMatchObject([{ note: 'popup', color: 'pink', tags: ['t'] }]);
});

test('an edit after the clock was set back is an edit', async () => {
	const { page, popup, note } = await twoViews();
	await popup.editAnnotation(uuid(1), { note: 'before' }, seconds(0));
	await page.editAnnotation(uuid(1), { note: 'after' }, seconds(-3600));
	expect(await note()).toBe('after');
});

test('an edit of what another view just deleted is kept, in the trash', async () => {
	const { page, popup, articleId, note } = await twoViews();
	await popup.deleteAnnotation(uuid(1), seconds(0));
	expect(await page.editAnnotation(uuid(1), { note: 'typed meanwhile' }, seconds(1))).toMatchObject({
		deleted: seconds(0),
	});
	expect(await page.listAnnotations(articleId, { trashed: true })).toMatchObject([{ note: 'typed meanwhile' }]);
	await page.undo(articleId, seconds(2));
	await page.undo(articleId, seconds(3));
	expect(await note()).toBe('first');
});

test('a hundred acts at once from two views are all kept', async () => {
	const { page, popup, articleId } = await twoViews();
	const acts = Array.from({ length: 100 }, (_, i) => (i % 2 ? page : popup).createAnnotation(creation(i + 2)));
	await Promise.all(acts);
	expect(await page.listAnnotations(articleId)).toHaveLength(101);
});
