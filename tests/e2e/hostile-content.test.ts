import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toStandAloneHtml } from '../../utils/exchange/stand-alone-html.ts';
import { BROWSER_KINDS } from '../browser/browser-kind.ts';
import { waitForPainted } from '../browser/painted-texts.ts';
import { isOfBrowsers } from '../browser/unexplained-requests.ts';
import { waitUntil } from '../browser/wait-until.ts';
import { ARTICLE, annotation, EXPORTED_AT } from '../exchange/build.ts';
import { LEAD_IMAGE } from '../fixtures/article/live-page.ts';
import { VECTORS } from '../fixtures/hostile/vectors.ts';
import { tally } from '../tools/tally.ts';
import { actingAllAlong, actingIn } from './acting-elements.ts';
import { clickPassage } from './click-passage.ts';
import { openPanel } from './open-panel.ts';
import { waitForWords } from './page-control.ts';
import { PASSAGE } from './pages/orchard-story.ts';
import { type SeededArticle, seededId, seedLibrary } from './seed-library.ts';
import { selectInArticle } from './select-in-article.ts';
import { useSession } from './use-session.ts';

/** Such as take in what comes after them, where they are taken for HTML: they come last. */
const GREEDY = /<(?:!--|script|style|title|textarea|xmp|noscript|template|select|iframe|\?|!\[)/i;
const ORDERED = [...VECTORS].sort((a, b) => Number(GREEDY.test(a)) - Number(GREEDY.test(b)));
const MEEK = VECTORS.filter((vector) => !GREEDY.test(vector));
const BULK_COUNT = 7;
/** Each with some of every kind. */
const BULKS = Array.from({ length: BULK_COUNT }, (_, n) => ORDERED.filter((_, at) => at % BULK_COUNT === n));
/** As many as a note that is read as Markdown has room for. */
const MANY = VECTORS.filter((_, at) => at % 5 === 0).join('\n\n');

/** A reader's template, as somebody may have passed it on. */
const TEMPLATE = `{{title}}\n${VECTORS.filter((vector) => !vector.includes('{{'))
	.slice(0, 100)
	.join('\n')}`;

/** Of an article in a list. */
const AT_ONCE = 4;
const GROUPS = Array.from({ length: Math.ceil(VECTORS.length / AT_ONCE) }, (_, n) =>
	VECTORS.slice(n * AT_ONCE, (n + 1) * AT_ONCE),
);

/** Articles of which all is such strings, a few each; then those that hold many, to be read. */
const ARTICLES: readonly SeededArticle[] = [
	...GROUPS.map((group) => ({
		...{ edition: 'fr', lang: 'fr', title: group.join(' '), section: group[0]!, text: `${group.join(' ')}\nonerror` },
		passages: [{ words: group.join(' '), note: group.join('\n\n'), tags: group }],
	})),
	...BULKS.map((bulk, n) => ({
		...{ edition: 'cn', lang: 'zh-Hans', title: `Bulk ${n} ${bulk.join(' ')}`, text: bulk.join('\n') },
		passages: [{ words: bulk[0]!, note: bulk.join('\n\n'), tags: bulk.slice(0, 20) }],
	})),
];

let folder = '';
beforeAll(async () => {
	folder = await mkdtemp(join(await realpath(tmpdir()), 'en-marge-hostile-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

declare const chrome: { readonly storage: { readonly sync: { set(items: object): Promise<void> } } };

describe.each(BROWSER_KINDS)(`of ${VECTORS.length} strings made to run something none does, in %s:`, (kind) => {
	const world = useSession(kind);
	const dialogs: string[] = [];
	const watched = (page: Page): Page => {
		page.on('dialog', (dialog) => {
			dialogs.push(dialog.message());
			void dialog.dismiss();
		});
		return page;
	};
	const own = async (address: string): Promise<Page> => {
		return watched(await world.session.openExtensionPage(address));
	};

	// In one browser: here the strings are judged, and not En marge.
	test.runIf(kind === 'chrome')('they do run in a page that lets them', async () => {
		const page = await world.open('https://a.example/', `<!doctype html>${MEEK.join('\n')}`);
		await waitUntil('something that ran', () => page.evaluate('globalThis.__ran > 20') as Promise<boolean>);
		expect((await actingIn(page)).length).toBeGreaterThan(20);
	});

	test('wherever En marge shows articles, annotations and files', { timeout: 120_000 }, async () => {
		const asked = world.site.requests.length;
		const { page, url } = await world.openArticle();
		// What the article's own page asks for, each time it is read.
		const isOfPage = (address: string): boolean => address === url || address === LEAD_IMAGE;
		await selectInArticle(page, PASSAGE.first);
		await page.keyboard.press('1');
		await waitForPainted(page, [['yellow', PASSAGE.first]]);
		const library = await own('library.html');
		await waitUntil('the article', () => library.$('li a').then(Boolean));
		await library.evaluate(`${NOTE_ALL}(${JSON.stringify(MANY)}, ${JSON.stringify(VECTORS.slice(0, 100))})`);
		await seedLibrary(library, ARTICLES);
		await library.evaluate(MORE);
		await library.evaluate(
			async (labels) => await chrome.storage.sync.set({ settings: { colorLabels: labels } }),
			Object.fromEntries(
				['yellow', 'green', 'blue', 'pink', 'purple', 'orange'].map((color, n) => [color, SHORT[n] ?? '']),
			),
		);
		const found: Record<string, string[]> = {};

		for (const [name, [address, shown]] of Object.entries(VIEWS)) {
			const view = await own(address);
			await view.bringToFront();
			await waitUntil(`something in ${name}`, () => view.$(shown).then(Boolean));
			found[name] = await actingAllAlong(view);
			await view.close();
		}
		for (const n of BULKS.keys()) {
			const reader = await own(`reader.html?article=${seededId(GROUPS.length + n + 1)}`);
			await waitForWords(reader, `Bulk ${n}`);
			found[`reader ${n}`] = await actingIn(reader);
			await reader.close();
		}
		const versions = await own(`reader.html?article=${seededId(GROUPS.length + 1)}&versions=..`);
		await waitUntil('the comparison', () => versions.$('ins, del').then(Boolean));
		found.versions = await actingIn(versions);

		await page.reload();
		await waitForPainted(page, [['yellow', PASSAGE.first]]);
		await page.bringToFront();
		await clickPassage(page, PASSAGE.first);
		await waitUntil('the card', async () => {
			found.card = await actingIn(page);
			return page.evaluate(() => document.querySelectorAll('html > :not(head):not(body)').length > 0);
		});
		for (const surface of ['popup', 'sidepanel'] as const) {
			const panel = watched(await openPanel(world, page, surface));
			await waitForWords(panel, 'onerror');
			found[surface] = await actingAllAlong(panel);
			await panel.close();
		}
		const settings = await own('options.html');
		await waitUntil('the names of colours', () =>
			settings.$eval('option[value=yellow]', ({ textContent }) => textContent?.includes('onerror')),
		);
		found.settings = await actingAllAlong(settings);
		await settings.$eval(
			'textarea.template',
			(field, source) => {
				(field as HTMLTextAreaElement).value = source;
				field.dispatchEvent(new Event('input', { bubbles: true }));
			},
			TEMPLATE,
		);
		await waitUntil('the preview of a template', () =>
			settings.$eval('textarea.preview', (preview) => (preview as HTMLTextAreaElement).value.includes('onerror')),
		);
		found.template = await actingAllAlong(settings);

		const importing = await own('library.html?view=import');
		await give(
			importing,
			'input[type=file]',
			VECTORS.map((name) => [name, 'neither'] as const),
		);
		await waitForWords(importing, 'Done. Files: ');
		found.import = await actingAllAlong(importing);
		const bringing = await own('library.html?view=backup');
		const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
		const rows = VECTORS.map(
			(vector, n) => `${[vector, vector, `https://www.rfi.fr/fr/20260101-${n}`, vector].map(cell)}`,
		);
		const broken = VECTORS.map((vector) => `,${cell(vector)},`);
		await give(bringing, '.exchange input[type=file]', [
			[VECTORS[0]!, ['Highlight,Title,URL,Note', ...rows, ...broken].join('\r\n')],
		]);
		await waitForWords(bringing, 'Not understood');
		found.preview = await actingAllAlong(bringing);

		const ran = Object.values(found).filter((parts) => parts.length > 0).length;
		tally('vectors', VECTORS.length, ran);
		expect(Object.entries(found).filter(([, parts]) => parts.length > 0)).toEqual([]);
		expect(dialogs).toEqual([]);
		const others = world.site.requests.slice(asked).filter((one) => !isOfBrowsers(one.url) && !isOfPage(one.url));
		expect(others).toEqual([]);
	});

	test('in exported pages that are opened from the disk, where scripts may run', async () => {
		const asked = world.site.requests.length;
		for (const [n, bulk] of BULKS.entries()) {
			const many = bulk.join(' ');
			const annotations = bulk.map((vector) => annotation({ exact: vector, note: vector, tags: [vector] }));
			const facts = { title: many, column: many, url: bulk[0]!, lang: bulk[1]!, byline: many, section: many };
			const html = toStandAloneHtml({
				article: { ...ARTICLE, ...facts, description: many, leadImage: bulk[2]! },
				annotations,
				exportedAt: EXPORTED_AT,
				articleHtml: bulk.map((vector) => `<p>${vector}</p>`).join('\n'),
				articleText: bulk.join('\n'),
			});
			const file = join(folder, `${kind}-${n}.html`);
			await writeFile(file, html);
			const page = watched(await world.session.openPage(`file://${file}`));
			expect(await actingIn(page), `bulk ${n}`).toEqual([]);
			await page.close();
		}
		expect(dialogs).toEqual([]);
		expect(world.site.requests.slice(asked).filter(({ url }) => !isOfBrowsers(url))).toEqual([]);
	});
});

/** The views of the library, and what is there once they are. */
const VIEWS = {
	articles: ['library.html', '[aria-setsize]'],
	passages: ['library.html?view=passages', '[aria-setsize]'],
	'found articles': ['library.html?q=onerror', 'mark'],
	'found passages': ['library.html?view=passages&q=onerror', 'mark'],
	overview: ['library.html?view=overview', 'a.day'],
	trash: ['library.html?view=trash', '.trash-item'],
	health: ['library.html?view=health', '.health-card pre'],
} as const;

/** What a name for a colour has room for. */
const SHORT = [
	'<img src=x onerror=__ran=1>',
	'"><svg onload=__ran=1>',
	'<b onclick=__ran=1>x',
	'javascript:__ran=1',
	'{{x}}',
	'</p>',
];

/** Gives files of any name to a place where files are chosen. */
async function give(
	page: Page,
	selector: string,
	files: readonly (readonly [name: string, text: string])[],
): Promise<void> {
	await page.bringToFront();
	await waitUntil('the place to choose files', () => page.$(selector).then(Boolean));
	await page.evaluate(
		(wanted, given) => {
			const input = document.querySelector<HTMLInputElement>(wanted)!;
			const transfer = new DataTransfer();
			for (const [name, text] of given) transfer.items.add(new File([text], name, { type: 'text/plain' }));
			input.files = transfer.files;
			input.dispatchEvent(new Event('change', { bubbles: true }));
		},
		selector,
		files.map(([name, text]) => [name, text] as [string, string]),
	);
}

/** Opens the database in a page of the extension; as text, like what follows. */
const OPENED = `
	const answer = (request) => new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
	const database = await answer(indexedDB.open('en-marge'));
	const transaction = database.transaction(['articles', 'versions', 'annotations', 'pending'], 'readwrite');
	const all = (name) => answer(transaction.objectStore(name).getAll());
	const put = (name, row) => transaction.objectStore(name).put(row);
	const done = () => new Promise((resolve, reject) => {
		transaction.oncomplete = () => { database.close(); resolve(); };
		transaction.onabort = () => reject(transaction.error);
	});`;

/** The note of all of them, and many tags, on the one annotation that is there. */
const NOTE_ALL = `(async (note, tags) => {${OPENED}
	for (const row of await all('annotations')) {
		put('annotations', { ...row, note, tags });
		put('pending', { key: 'annotation:' + row.id, mark: crypto.randomUUID() });
	}
	await done();
})`;

/** Some go into the trash, articles and annotations; one that is read has another version. */
const MORE = `(async () => {${OPENED}
	const deleted = new Date().toISOString();
	const articles = await all('articles');
	for (const row of articles.slice(40, 80)) put('articles', { ...row, deleted });
	const gone = new Set(articles.slice(40, 80).map(({ id }) => id));
	for (const [index, row] of (await all('annotations')).entries())
		if (row.id.startsWith('00000000-') && (gone.has(row.articleId) || index % 8 === 0)) put('annotations', { ...row, deleted });
	const version = (await all('versions')).find(({ text }) => text.startsWith('Bulk 0'));
	const text = version.text.split('\\n').reverse().join('\\n');
	put('versions', { ...version, fingerprint: 'e'.repeat(64), captured: deleted, text });
	await done();
})()`;
