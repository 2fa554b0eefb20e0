import 'fake-indexeddb/auto';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { exportMany } from '../../entrypoints/shared/exporting/export-many.ts';
import { readImport } from '../../utils/exchange/import/read-import.ts';
import { WEB_ANNOTATION_TYPE } from '../../utils/exchange/web-annotation.ts';
import { type LibraryStore, openLibraryStore } from '../../utils/storage/library-store.ts';
import { SURROUNDINGS } from '../exchange/import/surroundings.ts';
import { parseCsv } from '../exchange/parse-csv.ts';
import { at, candidate, creation, draft, fingerprintOf, freshFactory, uuid, version } from '../storage/build.ts';

const surroundings = { exportedAt: '2026-11-22T08:00:00.000Z', timeZone: 'UTC' };
const ADDRESS = (n: number) => `https://www.rfi.fr/cn/${n}`;

/** A store with so many articles, each with two annotations and one in the trash. */
async function filled(articles: number): Promise<{ store: LibraryStore; ids: string[] }> {
	const store = openLibraryStore({ indexedDB: freshFactory() });
	const ids: string[] = [];
	for (let n = 0; n < articles; n++) {
		const facts = { title: `文章 ${n}`, dir: 'ltr', url: ADDRESS(n), edition: 'cn', lang: 'zh-Hans' } as const;
		const article = candidate({ facts, keys: [`url:${ADDRESS(n)}`], address: ADDRESS(n) });
		const state = version({ fingerprint: fingerprintOf(n + 1), address: ADDRESS(n), text: `文章 ${n}\n正文` });
		for (const k of [0, 1, 2]) {
			const id = uuid(n * 10 + k + 1);
			const made = await store.createAnnotation(
				creation(1, { article, version: state, id, draft: draft({ note: `${n}.${k}` }, k * 3), at: at(n * 10 + k) }),
			);
			if (k === 0) ids.push(made.articleId);
			if (k === 2) await store.deleteAnnotation(id, at(n * 10 + 5));
		}
	}
	return { store, ids };
}

const notesIn = async (blob: Blob): Promise<(string | undefined)[]> =>
	parseCsv((await blob.text()).replace(/^\ufeff/, ''))
		.slice(1)
		.map(([, note]) => note);

describe('many articles', () => {
	test('everything goes into one file, in the order in which it was added, without the trash', async () => {
		const { store } = await filled(30);
		const told: [number, number][] = [];
		const { blob, fileName } = await exportMany(
			store,
			'everything',
			{ format: 'csv', withArticle: false },
			{ surroundings, progress: (done, total) => told.push([done, total]) },
		);
		expect(fileName).toBe('2026-11-22-En-marge.csv');
		expect(blob.type).toBe('text/csv;charset=utf-8');
		expect(await notesIn(blob)).toEqual(Array.from({ length: 30 }, (_, n) => [`${n}.0`, `${n}.1`]).flat());
		expect(told).toEqual(Array.from({ length: 30 }, (_, n) => [n + 1, 30]));
	});

	test('articles, or annotations of them, are exported in the order given; what is not there is passed over', async () => {
		const { store, ids } = await filled(3);
		const chosen = [
			{ articleId: ids[2]! },
			{ articleId: uuid(999) },
			{ articleId: ids[0]!, annotationIds: [uuid(2), uuid(3), uuid(11)] },
		];
		const { blob } = await exportMany(store, chosen, { format: 'csv', withArticle: false }, { surroundings });
		expect(await notesIn(blob)).toEqual(['2.0', '2.1', '0.1']);
	});

	test('a page of Obsidian is a file by itself in a zip file, with the text of the article where it is wanted', async () => {
		const { store } = await filled(2);
		const { blob, fileName } = await exportMany(
			store,
			'everything',
			{ format: 'markdown', withArticle: true },
			{ surroundings },
		);
		expect([fileName, blob.type]).toEqual(['2026-11-22-En-marge.obsidian.zip', 'application/zip']);
		const files = unzipSync(new Uint8Array(await blob.arrayBuffer()));
		expect(Object.keys(files)).toEqual(['2026-11-22-文章-0.md', '2026-11-22-文章-1.md']);
		expect(strFromU8(files['2026-11-22-文章-1.md']!)).toContain('\n正文\n');
	});

	test.each([
		['markdown', 'obsidian.zip'],
		['logseq', 'logseq.zip'],
		['html', 'html.zip'],
		['template', 'template.zip'],
		['csv', 'csv'],
		['readwise', 'readwise.csv'],
	] as const)('files of several articles differ in their names by what they hold: %s', async (format, extension) => {
		const { store } = await filled(2);
		const { fileName } = await exportMany(store, 'everything', { format, withArticle: false }, { surroundings });
		expect(fileName).toBe(`2026-11-22-En-marge.${extension}`);
	});

	test.each([
		['markdown', '2026-11-22-文章-1.md', 'text/markdown;charset=utf-8'],
		['html', '2026-11-22-文章-1.html', 'text/html;charset=utf-8'],
		['csv', '2026-11-22-文章-1.csv', 'text/csv;charset=utf-8'],
		['web-annotation', '2026-11-22-文章-1.jsonld', WEB_ANNOTATION_TYPE],
	] as const)(
		'a single article is a file under its own title, as the panel exports it: %s',
		async (format, name, type) => {
			const { store, ids } = await filled(2);
			const told: [number, number][] = [];
			const { blob, fileName } = await exportMany(
				store,
				[{ articleId: ids[1]! }],
				{ format, withArticle: false },
				{ surroundings, progress: (done, total) => told.push([done, total]) },
			);
			expect([fileName, blob.type]).toEqual([name, type.toLowerCase()]);
			expect(told).toEqual([[1, 1]]);
			const text = await blob.text();
			expect([text.includes('1.0'), text.includes('1.1'), text.includes('文章 0')]).toEqual([true, true, false]);
		},
	);

	test('of a single article only the annotations that are meant are written', async () => {
		const { store, ids } = await filled(1);
		const chosen = [{ articleId: ids[0]!, annotationIds: [uuid(2)] }];
		const { blob } = await exportMany(store, chosen, { format: 'csv', withArticle: false }, { surroundings });
		expect(await notesIn(blob)).toEqual(['0.1']);
	});

	test('a single article that went meanwhile leaves a file that is as empty as it is', async () => {
		const { store } = await filled(1);
		const chosen = [{ articleId: uuid(999) }];
		const { blob, fileName } = await exportMany(store, chosen, { format: 'csv', withArticle: false }, { surroundings });
		expect([fileName, await notesIn(blob)]).toEqual(['2026-11-22-En-marge.csv', []]);
	});

	test('as one text, such pages stand one after the other', async () => {
		const { store } = await filled(2);
		const choice = { format: 'markdown', withArticle: false } as const;
		const { blob } = await exportMany(store, 'everything', choice, { surroundings, isOneText: true });
		expect((await blob.text()).match(/^# 文章 \d$/gm)).toEqual(['# 文章 0', '# 文章 1']);
	});

	test('web annotations of many articles are imported again as they were', async () => {
		const { store, ids } = await filled(3);
		const { blob } = await exportMany(
			store,
			'everything',
			{ format: 'web-annotation', withArticle: false },
			{ surroundings },
		);
		const { parts, notUnderstood } = readImport(await blob.text(), SURROUNDINGS);
		expect(notUnderstood).toEqual([]);
		expect(parts.map(({ article }) => article.id)).toEqual(ids);
		const stored = await Promise.all(ids.map((id) => store.listAnnotations(id)));
		expect(parts.flatMap(({ annotations }) => annotations)).toEqual(stored.flat());
	});

	test('the work ends when it is to end, and what is read ahead is all that is read', async () => {
		const { store } = await filled(101);
		let reads = 0;
		const counting = {
			listArticleIds: () => store.listArticleIds('added'),
			readBundles: (ids: readonly string[]) => {
				reads++;
				return store.readBundles(ids);
			},
		};
		const ending = new AbortController();
		const work = exportMany(
			counting,
			'everything',
			{ format: 'html', withArticle: false },
			{ surroundings, signal: ending.signal, progress: (done) => done === 3 && ending.abort(new Error('enough')) },
		);
		await expect(work).rejects.toThrow('enough');
		// The articles after those that are written, too.
		expect(reads).toBe(2);
	});

	test('a fault of the store is told', async () => {
		const broken = {
			listArticleIds: async () => [uuid(1)],
			readBundles: async () => {
				throw new Error('no');
			},
		};
		const work = exportMany(broken, 'everything', { format: 'text', withArticle: false }, { surroundings });
		await expect(work).rejects.toThrow('no');
	});
});

describe('very many articles', () => {
	test('are read in the order of their ids, and stand in the order given where somebody reads it', async () => {
		const { store, ids } = await filled(1);
		const [bundle] = await store.readBundles([ids[0]!]);
		const asked: string[] = [];
		const many = {
			listArticleIds: async () => [],
			readBundles: async (some: readonly string[]) => {
				asked.push(...some);
				return some.map((id) => ({
					...bundle!,
					article: { ...bundle!.article, id, title: id, keys: [], addresses: [] },
				}));
			},
		};
		const given = Array.from({ length: 501 }, (_, n) => ({ articleId: uuid((n * 7) % 501) }));
		const choice = { format: 'text', withArticle: false } as const;
		const { blob } = await exportMany(many, given, choice, { surroundings });
		expect(asked).toEqual([...asked].sort());
		expect((await blob.text()).match(/^[0-9a-f-]{36}$/gm)).toEqual(given.map(({ articleId }) => articleId));
	});
});
