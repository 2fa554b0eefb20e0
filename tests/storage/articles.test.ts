import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { ArticleFacts } from '../../utils/domain/article.ts';
import { openLibraryStore } from '../../utils/storage/library-store.ts';
import { articleOf, at, candidate, creation, draft, fingerprintOf, freshFactory, uuid, version } from './build.ts';

const open = () => openLibraryStore({ indexedDB: freshFactory() });
const facts = (overrides: Partial<ArticleFacts> = {}): ArticleFacts => ({ title: 't', dir: 'ltr', ...overrides });
const copy = (keys: string[], overrides: Partial<ArticleFacts> = {}, address = 'https://x/') =>
	candidate({ keys, facts: facts(overrides), address });

test('copies that share a key are copies of one article, which gathers their keys and addresses', async () => {
	const store = open();
	const live = await store.keepArticle(copy(['url:a', 'text:1'], {}, 'https://a/'), undefined, at(0));
	const saved = await store.keepArticle(copy(['text:1', 'head:1'], {}, 'file:///a'), undefined, at(1));
	expect(saved.id).toBe(live.id);
	expect(saved.keys).toEqual(['url:a', 'text:1', 'head:1']);
	expect(saved.addresses).toEqual(['https://a/', 'file:///a']);
	expect(saved.added).toBe(at(0));
	expect(saved).not.toHaveProperty('asOf');
});

test('two addresses are two articles, whatever else they share', async () => {
	const store = open();
	const a = await store.keepArticle(copy(['url:a', 'text:1', 'head:1']), undefined, at(0));
	const b = await store.keepArticle(copy(['url:b', 'text:1', 'head:1']), undefined, at(1));
	expect(b.id).not.toBe(a.id);
	expect((await articleOf(store, ['url:b', 'text:1', 'head:1']))!.id).toBe(b.id);
	expect((await articleOf(store, ['url:a', 'text:9']))!.id).toBe(a.id);
	expect(await articleOf(store, ['url:c', 'text:1'])).toBeUndefined();
});

test('an address wins over the text and the head when they point elsewhere', async () => {
	const store = open();
	const a = await store.keepArticle(copy(['url:a', 'text:1']), undefined, at(0));
	await store.keepArticle(copy(['url:b', 'text:2', 'head:2']), undefined, at(1));
	expect((await articleOf(store, ['url:a', 'text:2', 'head:2']))!.id).toBe(a.id);
});

test('a copy without address is given to the article it shares most with', async () => {
	const store = open();
	await store.keepArticle(copy(['url:a', 'head:1', 'text:1']), undefined, at(0));
	const b = await store.keepArticle(copy(['url:b', 'head:1', 'text:2']), undefined, at(1));
	expect((await articleOf(store, ['head:1', 'text:2']))!.id).toBe(b.id);
});

test('later facts win over earlier ones, an earlier copy only fills what is missing', async () => {
	const store = open();
	await store.keepArticle(copy(['url:a'], { title: 'now', section: 's' }), undefined, at(100));
	const archived = copy(['url:a'], { title: 'then', byline: 'who', captured: at(50) });
	expect(await store.keepArticle(archived, undefined, at(200))).toMatchObject({
		title: 'now',
		section: 's',
		byline: 'who',
	});
	expect(await store.keepArticle(copy(['url:a'], { title: 'edited' }), undefined, at(300))).toMatchObject({
		title: 'edited',
		section: 's',
		byline: 'who',
	});
});

test('a version is kept where the text is new, and given the HTML it lacked', async () => {
	const store = open();
	const { id } = await store.keepArticle(candidate(), version(), at(0));
	await store.keepArticle(candidate(), version({ captured: at(5), html: '<p>' }), at(5));
	await store.keepArticle(candidate(), version({ captured: at(6), html: '<b>' }), at(6));
	expect(await store.listVersions(id)).toEqual([{ ...version({ html: '<p>' }), articleId: id }]);
	await store.keepArticle(candidate(), version({ fingerprint: fingerprintOf(2), captured: at(9), text: 'new' }), at(9));
	await store.keepArticle(
		candidate(),
		version({ fingerprint: fingerprintOf(3), captured: at(-9), text: 'old' }),
		at(9),
	);
	expect((await store.listVersions(id)).map((one) => one.text)).toEqual(['old', version().text, 'new']);
	expect((await store.latestVersion(id))!.text).toBe('new');
	expect(await store.getVersion(id, fingerprintOf(4))).toBeUndefined();
});

test('annotations of a copy without address are found again once the live page shows that it is the same article', async () => {
	const store = open();
	const live = await store.createAnnotation(
		creation(1, { article: copy(['url:a', 'text:1']), version: version({ fingerprint: fingerprintOf(1) }) }),
	);
	const text = await store.createAnnotation(
		creation(2, {
			article: copy(['text:2', 'head:2']),
			version: version({ fingerprint: fingerprintOf(2) }),
			draft: draft({ note: 'n' }),
		}),
	);
	expect(text.articleId).not.toBe(live.articleId);
	// The page was edited, and now reads as the saved copy did.
	const found = await store.keepArticle(copy(['url:a', 'text:2']), undefined, at(3));
	expect(found.id).toBe(live.articleId);
	expect((await store.listAnnotations(found.id)).map((one) => one.id)).toEqual([uuid(2), uuid(1)]);
	expect(await store.listVersions(found.id)).toHaveLength(2);
	expect(await store.listArticleIds('annotated')).toHaveLength(1);
	expect((await articleOf(store, ['head:2']))!.id).toBe(live.articleId);
});

test('an article that was joined to another is still found by the id it had', async () => {
	const store = open();
	const first = await store.createAnnotation(creation(1, { article: copy(['head:1']) }));
	const second = await store.createAnnotation(creation(2, { article: copy(['text:2']) }));
	const third = await store.createAnnotation(creation(3, { article: copy(['head:1', 'text:2']) }));
	const fourth = await store.createAnnotation(creation(4, { article: copy(['url:a']) }));
	await store.keepArticle(copy(['url:a', 'text:2']), undefined, at(9));
	expect(third.articleId).toBe(first.articleId);
	for (const { articleId } of [first, second, third, fourth]) {
		expect((await store.getArticle(articleId))!.id).toBe(fourth.articleId);
		expect(await store.listAnnotations(articleId)).toHaveLength(4);
		expect(await store.latestVersion(articleId)).toBeDefined();
	}
	expect(await store.undo(second.articleId, at(10))).toEqual({
		kind: 'create',
		annotationId: uuid(4),
		articleId: fourth.articleId,
	});
	for (let n = 3; n >= 1; n--)
		expect(await store.undo(first.articleId, at(10))).toMatchObject({ annotationId: uuid(n) });
	expect(await store.undo(first.articleId, at(10))).toBeUndefined();
});

test('addresses that change on every visit do not make the article grow for ever', async () => {
	const store = open();
	for (let i = 0; i < 120; i++) await store.keepArticle(copy(['url:a'], {}, `https://a/?${i}`), undefined, at(i));
	const { addresses } = (await articleOf(store, ['url:a']))!;
	expect(addresses).toHaveLength(100);
	expect(addresses.at(-1)).toBe('https://a/?119');
});
