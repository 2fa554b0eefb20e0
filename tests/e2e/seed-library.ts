import type { Page } from 'puppeteer-core';
import type { Color } from '../../utils/domain/color.ts';

/** An article of our own making as it is to lie in the library, with the words of it that are annotated. */
export interface SeededArticle {
	readonly edition: string;
	readonly lang: string;
	readonly dir?: 'ltr' | 'rtl';
	readonly title: string;
	readonly text: string;
	readonly section?: string;
	readonly passages?: readonly SeededPassage[];
}

export interface SeededPassage {
	/** Words of the text. */
	readonly words: string;
	readonly note?: string;
	readonly color?: Color;
	readonly tags?: readonly string[];
}

/** The n-th article, or passage, of a seeded library. */
export function seededId(n: number): string {
	return `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
}

const DAY_MS = 86_400_000;
/** The first article is of this day, each of the others of a day earlier. */
const FIRST = Date.UTC(2026, 10, 20, 9);

/**
 * Puts articles into the database of the extension, which a page of it has made before. The rows are written as they lie there,
 * and marked to be read into the index; pages that are open hear nothing of it.
 */
export async function seedLibrary(page: Page, articles: readonly SeededArticle[]): Promise<void> {
	let passageCount = 0;
	const rows = articles.map(({ passages = [], text, title, ...facts }, index) => {
		const id = seededId(index + 1);
		const at = new Date(FIRST - index * DAY_MS).toISOString();
		const url = `https://www.rfi.fr/${facts.edition}/${at.slice(0, 10).replaceAll('-', '')}-${index}`;
		const fingerprint = (index + 1).toString(16).padStart(64, '0');
		const whole = `${title}\n${text}`;
		const annotations = passages.map(({ words, note = '', color = 'yellow', tags = [] }) => {
			const start = whole.indexOf(words);
			if (start < 0) throw new Error(`the article does not say: ${words}`);
			const times = { created: at, modified: at };
			const position = { type: 'TextPositionSelector', start, end: start + words.length };
			const quote = { type: 'TextQuoteSelector', exact: words, prefix: '', suffix: '' };
			const selectors = { quote, position };
			const own = { id: seededId(1_000_000 + passageCount++), articleId: id, version: fingerprint };
			return { ...own, ...times, color, style: 'solid', note, tags, selectors };
		});
		const dates = { published: at, added: at, asOf: at, ...(passages.length > 0 && { annotated: at }) };
		const article = { id, keys: [`url:${url}`], url, addresses: [url], title, dir: 'ltr', ...facts, ...dates };
		const paragraphs = text.split('\n').map((paragraph) => `<p>${paragraph}</p>`);
		const html = `<h1>${title}</h1>${paragraphs.join('')}`;
		const version = { articleId: id, fingerprint, captured: at, address: url, text: whole, html };
		return { article, version, annotations };
	});
	await page.evaluate(`(${PUT})(${JSON.stringify(rows)})`);
}

/** Runs in a page of the extension, as text: what the loader of this file adds to functions is not there. */
const PUT = `async (rows) => {
	const database = await new Promise((resolve, reject) => {
		const request = indexedDB.open('en-marge');
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
	const transaction = database.transaction(['articles', 'versions', 'annotations', 'pending'], 'readwrite');
	const put = (table, row) => transaction.objectStore(table).put(row);
	const pend = (key) => put('pending', { key, mark: crypto.randomUUID() });
	for (const { article, version, annotations } of rows) {
		put('articles', article);
		put('versions', version);
		pend('article:' + article.id);
		for (const annotation of annotations) {
			put('annotations', annotation);
			pend('annotation:' + annotation.id);
		}
	}
	await new Promise((resolve, reject) => {
		transaction.oncomplete = resolve;
		transaction.onabort = () => reject(transaction.error);
	});
	database.close();
}`;
