import type { Page } from 'puppeteer-core';

export interface LibrarySize {
	readonly articles: number;
	readonly annotations: number;
	readonly seed?: number;
}

/** Code units of the texts: as RFI's articles are long. */
const CHINESE_LENGTH = 1500;
const FRENCH_LENGTH = 4000;

/**
 * Fills the database of the extension with a library of our own making, the same for the same seed: every other article Chinese,
 * every other French, with words as frequent as words are (Zipf); annotations on the words of the articles, one in three with a
 * note, one in three with tags. The rows are written as they lie in the database, which the extension must have made before; the
 * index of what was there is thrown away. Pages that use it must be closed.
 * @param page any page of the extension
 */
export async function generateLibrary(page: Page, { articles, annotations, seed = 1 }: LibrarySize): Promise<void> {
	await page.evaluate(`(${GENERATE})(${articles}, ${annotations}, ${seed}, ${CHINESE_LENGTH}, ${FRENCH_LENGTH})`);
}

/** Runs in a page of the extension, as text: what the loader of this file adds to functions is not there. */
const GENERATE = `async function (articleCount, annotationCount, seed, chineseLength, frenchLength) {
	let state = seed >>> 0;
	const random = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	const below = (count) => Math.floor(random() * count);
	const pick = (list) => list[below(list.length)];
	const hex = (length) => Array.from({ length }, () => below(16).toString(16)).join('');
	const uuid = () => [hex(8), hex(4), '4' + hex(3), '8' + hex(3), hex(12)].join('-');

	const zipf = (words) => {
		const sums = new Float64Array(words.length);
		let sum = 0;
		for (let rank = 0; rank < words.length; rank++) sums[rank] = sum += 1 / (rank + 2);
		return () => {
			const wanted = random() * sum;
			let [low, high] = [0, words.length - 1];
			while (low < high) {
				const middle = (low + high) >> 1;
				if (sums[middle] < wanted) low = middle + 1;
				else high = middle;
			}
			return words[low];
		};
	};
	const characters = Array.from({ length: 3500 }, (_, index) => String.fromCharCode(0x4e00 + ((index * 5) % 20900)));
	const character = zipf(characters.sort(() => random() - 0.5));
	const chinese = zipf(Array.from({ length: 20000 }, (_, rank) => {
		const length = rank < 300 ? 1 + below(2) : 2 + (below(4) === 0 ? 1 : 0);
		return Array.from({ length }, character).join('');
	}));
	const heads = ['b', 'c', 'd', 'f', 'g', 'j', 'l', 'm', 'n', 'p', 'qu', 'r', 's', 't', 'v', 'ch', 'pr', 'tr', ''];
	const tails = ['a', 'e', 'é', 'i', 'o', 'u', 'ai', 'ou', 'an', 'on', 'eur', 'ent', 'tion', 'eau', 'ê'];
	const common = ['de', 'la', 'le', 'et', 'les', 'des', 'en', 'un', 'du', 'une', 'que', 'est', 'pour', 'dans', "l'État"];
	const french = zipf(common.concat(Array.from({ length: 30000 }, () =>
		Array.from({ length: 1 + below(4) }, () => pick(heads) + pick(tails)).join(''))));

	const sentences = (isChinese, length) => {
		let text = '';
		while (text.length < length) {
			for (let words = 4 + below(16); words > 0; words--) {
				text += isChinese ? chinese() : french() + (words > 1 ? ' ' : '');
				if (words > 1 && below(8) === 0) text = text.trimEnd() + (isChinese ? '，' : ', ');
			}
			text += below(5) === 0 ? (isChinese ? '。\\n' : '.\\n') : isChinese ? '。' : '. ';
		}
		return text;
	};
	const instant = (from, days) => new Date(from + below(days * 86400) * 1000).toISOString();
	const START = Date.UTC(2016, 0, 1);
	const sections = { cn: ['法国', '国际', '港澳台', '亚洲', '文化'], fr: ['France', 'Monde', 'Afrique', 'Culture'] };
	const tags = Array.from({ length: 200 }, (_, index) => (index % 2 ? chinese() : french()) + ' ' + index);
	const tag = zipf(tags);
	const COLORS = ['yellow', 'green', 'blue', 'pink', 'purple', 'orange'];
	const done = (request) => new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
	const database = await done(indexedDB.open('en-marge'));
	const A_TRANSACTION = 250;
	for (let first = 0; first < articleCount; first += A_TRANSACTION) {
		const transaction = database.transaction(['articles', 'versions', 'annotations'], 'readwrite', { durability: 'relaxed' });
		const [articles, versions, annotations] = ['articles', 'versions', 'annotations'].map((name) => transaction.objectStore(name));
		for (let index = first; index < Math.min(first + A_TRANSACTION, articleCount); index++) {
			const isChinese = index % 2 === 0;
			const edition = isChinese ? 'cn' : 'fr';
			const id = uuid();
			const title = sentences(isChinese, isChinese ? 15 : 50).trim().split('\\n')[0];
			const text = title + '\\n' + sentences(isChinese, (isChinese ? chineseLength : frenchLength) * (0.4 + random() * 1.2));
			const published = instant(START, 3800);
			const fingerprint = hex(64);
			const url = 'https://www.rfi.fr/' + edition + '/' + published.slice(0, 10).replaceAll('-', '') + '-' + index;
			const from = Math.floor((annotationCount * index) / articleCount);
			const to = Math.floor((annotationCount * (index + 1)) / articleCount);
			let annotated;
			for (let count = from; count < to; count++) {
				const start = below(Math.max(1, text.length - 200));
				const end = start + 10 + below(isChinese ? 50 : 150);
				const created = new Date(Math.min(Date.parse(published) + below(90 * 86400) * 1000, Date.UTC(2026, 10, 20))).toISOString();
				if (annotated === undefined || created > annotated) annotated = created;
				const exact = text.slice(start, end);
				annotations.put({
					id: uuid(), articleId: id, version: fingerprint, created, modified: created,
					color: COLORS[Math.floor(random() ** 2 * 6)], style: 'solid',
					note: below(3) === 0 ? sentences(isChinese, 60).trim() : '',
					tags: below(3) === 0 ? [...new Set([tag(), tag()])] : [],
					selectors: {
						quote: { type: 'TextQuoteSelector', exact, prefix: text.slice(Math.max(0, start - 32), start), suffix: text.slice(end, end + 32) },
						position: { type: 'TextPositionSelector', start, end: start + exact.length },
					},
				});
			}
			articles.put({
				id, title, url, edition, lang: isChinese ? 'zh-Hans' : 'fr', dir: 'ltr', published, added: published, asOf: published,
				keys: ['url:' + url], addresses: [url], section: pick(sections[edition]), ...(annotated && { annotated }),
			});
			const html = text.split('\\n').map((paragraph) => '<p>' + paragraph + '</p>').join('');
			versions.put({ articleId: id, fingerprint, captured: published, address: url, text, html });
		}
		await new Promise((resolve, reject) => {
			transaction.oncomplete = resolve;
			transaction.onabort = () => reject(transaction.error);
		});
	}
	database.close();
	await done(indexedDB.deleteDatabase('en-marge-index'));
}`;
