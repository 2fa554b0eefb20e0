import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { cslData } from '../tools/csl-data.ts';

type Listener = (changes: object, area: string) => void;
const { stored, listeners } = vi.hoisted(() => ({
	stored: { local: {} as Record<string, unknown>, sync: {} as Record<string, unknown> },
	listeners: [] as Listener[],
}));
vi.mock('wxt/browser', () => {
	const area = (name: 'local' | 'sync') => ({
		get: async (key: string) => (key in stored[name] ? { [key]: structuredClone(stored[name][key]) } : {}),
		set: async (items: Record<string, unknown>) => {
			Object.assign(stored[name], structuredClone(items));
			const changes = Object.fromEntries(Object.entries(items).map(([key, newValue]) => [key, { newValue }]));
			for (const listener of listeners) listener(changes, name);
		},
		remove: async (key: string) => {
			delete stored[name][key];
			for (const listener of listeners) listener({ [key]: {} }, name);
		},
	});
	return {
		browser: {
			storage: {
				local: area('local'),
				sync: area('sync'),
				onChanged: { addListener: (listener: Listener) => listeners.push(listener) },
			},
			runtime: { getURL: (path: string) => path },
		},
	};
});
const { window } = new JSDOM('');
Object.assign(globalThis, { window, DOMParser: window.DOMParser });
vi.stubGlobal('chrome', { i18n: { getMessage: () => 'fr' } });
const files = cslData();
vi.stubGlobal('fetch', async (path: string) => new Response(files.get(path.slice(1))));

const { tryStyle } = await import('../../entrypoints/options/try-style.ts');
const { loadOwnStyle, saveOwnStyle, watchOwnStyle } = await import('../../entrypoints/shared/stored-own-style.ts');
const { loadCitationFormatter } = await import('../../entrypoints/shared/exporting/load-citation-formatter.ts');
const { exportInput } = await import('../../entrypoints/shared/exporting/export-input.ts');
const { ARTICLE, annotation, EXPORTED_AT } = await import('../exchange/build.ts');

const ORCHARD = readFileSync(new URL('../fixtures/styles/orchard-numeric.csl', import.meta.url), 'utf8');
const KNOWN = { article: ARTICLE, annotations: [annotation()] };

async function tried(...parts: BlobPart[]) {
	const found = await tryStyle(new Blob(parts));
	return found.trouble?.kind ?? 'fine';
}

/** What an export has of the article's reference now. */
async function reference(article: Partial<typeof ARTICLE> = {}): Promise<string | undefined> {
	const cite = await loadCitationFormatter();
	const known = { ...KNOWN, article: { ...ARTICLE, ...article } };
	return exportInput(known, { exportedAt: EXPORTED_AT, timeZone: 'UTC', cite }).citation?.text;
}

/** A style for any language with these rules. */
function styleOf(layout: string, attributes = ''): string {
	return `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" ${attributes}><info><title>A</title></info>
		<citation><layout/></citation><bibliography><layout>${layout}</layout></bibliography></style>`;
}
async function keep(style: string): Promise<void> {
	const found = await tryStyle(new Blob([style]));
	if (found.trouble) throw new Error(`${found.trouble.kind} ${found.trouble.detail}`);
	await found.keep();
}

beforeEach(() => {
	Object.assign(stored, { local: {}, sync: { settings: { citation: 'own' } } });
	listeners.length = 0;
});

describe('a file chosen as a style of references', () => {
	test('is shown at work, and kept only when that is said', async () => {
		const found = await tryStyle(new Blob(['\ufeff', ORCHARD]));
		expect(found).toMatchObject({
			title: '果园格式 (numeric, 中文)',
			reference: expect.stringContaining('Dans la marge[EB/OL]'),
		});
		expect(await loadOwnStyle()).toBeUndefined();
		await keep(ORCHARD);
		expect((await loadOwnStyle())?.lang).toBe('zh-CN');
	});

	test.each([
		['empty', ''],
		['cut off', ORCHARD.slice(0, 1000)],
		['a web page', '<!DOCTYPE html><html><body><p>Styles<br></body></html>'],
		['JSON', '{"n":"style"}'],
		['UTF-16', new Uint8Array(Buffer.from(`\ufeff${ORCHARD}`, 'utf16le'))],
	])('%s: it cannot be read', async (_, file) => expect(await tried(file)).toBe('not-xml'));

	test('with entities that make a billion of one is refused at once', async () => {
		const entities = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`);
		const bomb = `<?xml version="1.0"?><!DOCTYPE style [<!ENTITY l0 "ha">${entities.join('')}]>${styleOf('<text value="&l9;"/>')}`;
		const started = performance.now();
		expect(await tried(bomb)).toBe('not-xml');
		expect(performance.now() - started).toBeLessThan(1000);
	});

	test('larger than any style is not read', async () => {
		expect(await tried(ORCHARD, ' '.repeat(500_000))).toBe('too-large');
	});

	test('the processor stumbles on, or writes nothing by, is refused', async () => {
		expect(await tried(styleOf('<nothing/>'))).toBe('refused');
		expect(await tried(styleOf('<text variable="ISBN"/>'))).toBe('no-bibliography');
		expect(await tried(styleOf(`<text variable="title" prefix="${'a'.repeat(20_000)}"/>`))).toBe('too-large');
		expect(await tried(styleOf('<text variable="title"/>'))).toBe('fine');
	});
});

describe('the reference in an export', () => {
	test('is written in the style that the reader brought, in its language', async () => {
		await keep(ORCHARD);
		expect(await reference()).toBe(
			'RFI. Des puits pour le village[EB/OL]. （2026-01-01）【引用日期：2026-11-22】. https://www.rfi.fr/fr/afrique/20260101-des-puits-pour-le-village.',
		);
	});

	test.each([
		['', '1 janvier 2026'],
		['default-locale="en-GB"', 'January 1, 2026'],
		['default-locale="es-MX"', '1 de enero de 2026'],
		['default-locale="ja-JP"', '1 janvier 2026'],
	])('has the language of the style where there are words in it, else that of the interface: %s', async (lang, day) => {
		await keep(styleOf('<date variable="issued" form="text"/>', lang));
		expect(await reference()).toBe(day);
	});

	test('is left out where the style is not on this machine any more, or writes nothing of an article', async () => {
		expect(await reference()).toBeUndefined();
		await keep(styleOf('<date variable="issued" form="text"/>'));
		expect(await reference()).toBe('1 janvier 2026');
		const { published: _, ...article } = ARTICLE;
		expect(
			exportInput({ ...KNOWN, article }, { exportedAt: EXPORTED_AT, cite: await loadCitationFormatter() }),
		).not.toHaveProperty('citation');
		await saveOwnStyle(undefined);
		expect(await reference()).toBeUndefined();
	});

	test('is left out where a stored style is broken', async () => {
		await saveOwnStyle({ title: 'A', style: { n: 'style', c: [{ n: 'bibliography', c: [{ n: 'nothing' }] }] } });
		expect(await reference()).toBeUndefined();
	});
});

test('another tab hears of what is kept and removed', async () => {
	const heard: (string | undefined)[] = [];
	watchOwnStyle((style) => heard.push(style?.title));
	await keep(ORCHARD);
	await saveOwnStyle(undefined);
	expect(heard).toEqual(['果园格式 (numeric, 中文)', undefined]);
});
