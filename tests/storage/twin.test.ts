import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { ArticleCandidate } from '../../utils/domain/article.ts';
import { openStore } from '../../utils/storage/store.ts';
import { at, creation, freshFactory, uuid } from './build.ts';

const open = () => openStore({ indexedDB: freshFactory() });

const CN = 'https://www.rfi.fr/cn/a';
const TW = 'https://www.rfi.fr/tw/b';

function article(url: string, edition: string, twin?: string): ArticleCandidate {
	return {
		facts: { title: '標題', dir: 'ltr', url, edition, ...(twin && { twin }) },
		keys: [`url:${url}`],
		address: url,
	};
}

test('the twin that a page names is found, with its annotations; the two stay two articles', async () => {
	const store = open();
	const there = await store.createAnnotation(creation(1, { article: article(TW, 'tw') }));
	const here = await store.createAnnotation(creation(2, { article: article(CN, 'cn', TW) }));
	expect(here.articleId).not.toBe(there.articleId);
	const twin = await store.openTwin({ url: CN, edition: 'cn', twin: TW });
	expect(twin.article).toMatchObject({ id: there.articleId, url: TW });
	expect(twin.annotations).toEqual([there]);
	expect(await store.listAnnotations(here.articleId)).toEqual([here]);
});

test('the twin is found from the other side too, which names none', async () => {
	const store = open();
	const there = await store.createAnnotation(creation(1, { article: article(CN, 'cn', TW) }));
	expect((await store.openTwin({ url: TW, edition: 'tw' })).annotations).toEqual([there]);
});

test('a copy that names no twin has the one that another copy of its article named', async () => {
	const store = open();
	const there = await store.createAnnotation(creation(1, { article: article(TW, 'tw') }));
	await store.keepArticle(article(CN, 'cn', TW), undefined, at(2));
	await store.keepArticle(article(CN, 'cn'), undefined, at(3));
	expect((await store.openTwin({ url: CN, edition: 'cn' })).annotations).toEqual([there]);
});

test.each([
	['numbers', { url: 1, edition: 2, twin: 3 }],
	['an address of absurd length', { edition: 'cn', twin: 'x'.repeat(1_000_000) }],
])('what a page tells of a twin is left out where it is malformed: %s', async (_, clue) => {
	expect(await open().openTwin(clue as never)).toEqual({ annotations: [] });
});

test.each([null, undefined, 'cn', 5])('%s is no clue to a twin', async (clue) => {
	await expect(open().openTwin(clue as never)).rejects.toMatchObject({ code: 'invalid' });
});

test('what lies in the trash of the twin is not shown', async () => {
	const store = open();
	await store.createAnnotation(creation(1, { article: article(TW, 'tw') }));
	await store.deleteAnnotation(uuid(1), at(2));
	expect((await store.openTwin({ url: CN, edition: 'cn', twin: TW })).annotations).toEqual([]);
});

test.each([
	['another edition', { url: 'https://www.rfi.fr/fr/a', edition: 'fr', twin: TW }],
	['the same edition', { url: 'https://www.rfi.fr/tw/c', edition: 'tw', twin: TW }],
	['an article that nobody links to it', { url: CN, edition: 'cn' }],
	['a copy without address', { edition: 'cn' }],
	['nothing', {}],
])('an article is no twin of %s', async (_, clue) => {
	const store = open();
	await store.createAnnotation(creation(1, { article: article(TW, 'tw') }));
	expect(await store.openTwin(clue)).toEqual({ annotations: [] });
});
