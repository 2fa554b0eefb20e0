import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { Annotation } from '../../utils/domain/annotation.ts';
import type { LibraryPart } from '../../utils/domain/library-part.ts';
import { openExchangeStore } from '../../utils/storage/exchange-store.ts';
import { openLibraryStore } from '../../utils/storage/library-store.ts';
import { at, fingerprintOf, freshFactory, uuid } from './build.ts';
import { answer, openNatively } from './native.ts';

/** More than are read at once. */
const ARTICLES = 250;

function part(n: number): LibraryPart {
	const id = uuid(0x1000 + n);
	const words = { exact: `x${n}`, prefix: '', suffix: '' };
	const annotation: Annotation = {
		...{ id: uuid(0x100_000 + n), articleId: id, version: fingerprintOf(n), created: at(n), modified: at(n) },
		color: 'yellow',
		style: 'solid',
		note: '',
		tags: [],
		selectors: {
			quote: { type: 'TextQuoteSelector', ...words },
			position: { type: 'TextPositionSelector', start: 0, end: words.exact.length },
		},
	};
	return {
		article: {
			...{ id, title: `t${n}`, dir: 'ltr', keys: [`url:${n}`], addresses: [], added: at(n), asOf: at(n) },
			annotated: at(n),
		},
		versions: [
			{ articleId: id, fingerprint: fingerprintOf(n), captured: at(n), address: 'https://x.y', text: `x${n}` },
		],
		annotations: [annotation],
	};
}

async function filled() {
	const factory = freshFactory();
	const exchange = openExchangeStore({ indexedDB: factory });
	const pages = [Array.from({ length: ARTICLES }, (_, n) => part(n))];
	await exchange.importParts(() => pages.shift(), { at: at(1), isWhole: true });
	return { factory, exchange, library: openLibraryStore({ indexedDB: factory }) };
}

const annotationOf = (n: number) => uuid(0x100_000 + n);

test('what is changed while a backup is read is in it or not, each article whole, and what is restored from it fits together', async () => {
	const { exchange, library } = await filled();
	const parts: LibraryPart[] = [];
	for await (const page of exchange.readParts()) {
		parts.push(...page);
		if (parts.length > ARTICLES / 2) continue;
		// Of articles that were read already, and of some that were not.
		await library.changeMany(
			[annotationOf(1), annotationOf(ARTICLES - 1)],
			{ color: 'pink', addTags: ['new'] },
			at(2000),
		);
		await library.deleteAnnotations([annotationOf(2), annotationOf(ARTICLES - 2)], at(2001));
		await library.deleteArticles([uuid(0x1000 + 3), uuid(0x1000 + ARTICLES - 3)], at(2002));
	}
	const found = new Map(parts.map((one) => [one.article.id, one]));
	expect(found.size).toBe(ARTICLES);
	const state = (n: number) => {
		const { article, annotations, acts = [] } = found.get(uuid(0x1000 + n))!;
		const [one] = annotations;
		return [one!.color, one!.deleted, article.deleted, acts.length];
	};
	expect([1, 2, 3].map(state)).toEqual(Array(3).fill(['yellow', undefined, undefined, 0]));
	expect([1, 2, 3].map((n) => state(ARTICLES - n))).toEqual([
		['pink', undefined, undefined, 1],
		['yellow', at(2001), undefined, 1],
		['yellow', at(2002), at(2002), 1],
	]);
	const factory = freshFactory();
	const into = openExchangeStore({ indexedDB: factory });
	const pages = [parts];
	await into.importParts(() => pages.shift(), { at: at(3000), isWhole: true });
	into.close();
	const restored = openLibraryStore({ indexedDB: factory });
	expect(await restored.checkIntegrity()).toMatchObject({ articles: ARTICLES, annotations: ARTICLES, flaws: [] });
	// The other half of the act was not there to be saved: what is there of it is undone alone.
	await restored.undoLast(at(3001));
	expect(await restored.checkIntegrity()).toMatchObject({ flaws: [] });
	restored.close();
	library.close();
	exchange.close();
});

test('an annotation that moves to an article that was read already is not left out: all is to be read again', async () => {
	const { factory, exchange } = await filled();
	const reading = async () => {
		let isMoved = false;
		for await (const page of exchange.readParts()) {
			if (isMoved) continue;
			isMoved = true;
			const database = await openNatively(factory);
			const table = database.transaction('annotations', 'readwrite').objectStore('annotations');
			const row = await answer(table.get(annotationOf(ARTICLES - 1)));
			await answer(table.put({ ...row, articleId: page[0]!.article.id }));
			database.close();
		}
	};
	await expect(reading()).rejects.toMatchObject({ name: 'Fault', code: 'write-failed' });
	exchange.close();
});

test('articles that lie side by side are read as each by itself, without the trash', async () => {
	const { library, exchange } = await filled();
	await library.deleteAnnotations([annotationOf(4)], at(2001));
	await library.deleteArticles([uuid(0x1000 + 5)], at(2002));
	const ids = Array.from({ length: 40 }, (_, n) => uuid(0x1000 + n)).filter((_, n) => n % 7 > 0);
	const together = await library.readBundles([...ids, uuid(0x1000 + 40)]);
	const each = [];
	for (const id of [...ids, uuid(0x1000 + 40)]) each.push(...(await library.readBundles([id])));
	expect(together).toEqual(each);
	expect(together).toHaveLength(ids.length);
	expect(together.find(({ article }) => article.id === uuid(0x1000 + 4))!.annotations).toEqual([]);
	expect(await library.readBundles([...ids].reverse())).toEqual(
		each.filter(({ article }) => article.id !== uuid(0x1000 + 40)).reverse(),
	);
	library.close();
	exchange.close();
});
