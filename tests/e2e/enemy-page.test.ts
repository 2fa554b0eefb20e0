import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { BROWSER_KINDS } from '../browser/browser-kind.ts';
import { HOST } from '../browser/closed-root.ts';
import { paintedTexts, waitForPainted } from '../browser/painted-texts.ts';
import { selectWords } from '../browser/select-words.ts';
import { waitUntil } from '../browser/wait-until.ts';
import { clickPassage } from './click-passage.ts';
import { listed, openPanel, waitForQuotes } from './open-panel.ts';
import { FLOOD, PATCHED_WORLD, RELOADER, STRICT } from './pages/enemy-scripts.ts';
import { PASSAGE } from './pages/orchard-story.ts';
import { selectInArticle } from './select-in-article.ts';
import { useSession } from './use-session.ts';

declare global {
	interface Window {
		/** What the page's script has got hold of. */
		spied: string[];
		violations: string[];
	}
}

/** All that an entry's name may tell. */
const NAME =
	/^en-marge-(?:(?:underline|strikethrough|outline|focus)-)?(?:layer\d-)?(?:yellow|green|blue|pink|purple|orange)$/;

describe.each(BROWSER_KINDS)('a page that means ill, in %s', (kind) => {
	const world = useSession(kind);

	test('with a spy in every function: annotating works, and the spies hear of no note and no tag', async () => {
		const { page, ui } = await world.openArticle({ firstInHead: PATCHED_WORLD });
		await selectInArticle(page, PASSAGE.first);
		await page.keyboard.press('n');
		await ui.textbox('Note').type('confidential');
		await ui.textbox('Tags').type('undercover,');
		await ui.button('Done').click();
		await waitForPainted(page, [['yellow', PASSAGE.first]]);
		await page.reload();
		await waitForPainted(page, [['yellow', PASSAGE.first]]);
		await clickPassage(page, PASSAGE.first);
		expect(await ui.textbox('Note').value()).toBe('confidential');
		const spied = (await page.evaluate(() => window.spied)).join('\n');
		expect(spied).not.toMatch(/confidential|undercover|asked for/);
	});

	test('that speaks our language: whatever it says to whomever, nothing is done, and nobody answers', async () => {
		const { page } = await world.openArticle();
		await selectInArticle(page, PASSAGE.first);
		const answers = await page.evaluate(async (host) => {
			const got: string[] = [];
			window.addEventListener('message', ({ data }) => !data?.enMarge && got.push(JSON.stringify(data)));
			for (const name of [
				'listTags',
				'openArticle',
				'createAnnotation',
				'annotateSelection',
				'getPage',
				'loadScript',
			]) {
				const message = { enMarge: 1, name, request: { keys: ['url:x'], note: false, script: 'annotator' } };
				window.postMessage(message, '*');
				new BroadcastChannel('en-marge').postMessage(message);
				for (const target of [window, document, document.querySelector(host)])
					target?.dispatchEvent(new CustomEvent('en-marge', { detail: message, bubbles: true }));
				const { chrome, browser } = window as unknown as Record<
					string,
					{ runtime?: { sendMessage(...given: unknown[]): Promise<unknown> } }
				>;
				for (const api of [chrome, browser])
					if (api?.runtime) got.push(JSON.stringify(await api.runtime.sendMessage(message).catch(() => 'refused')));
			}
			await new Promise((resolve) => setTimeout(resolve, 200));
			return got;
		}, HOST);
		expect(answers).toEqual([]);
		expect(await paintedTexts(page)).toEqual([]);
	});

	test('that clears, reads and takes the registry of highlights: the names tell colours alone, and what was painted is painted again', async () => {
		const { page } = await world.openArticle();
		await selectInArticle(page, PASSAGE.first);
		await page.keyboard.press('2');
		await selectInArticle(page, PASSAGE.third);
		await page.keyboard.press('4');
		const both = [
			['green', PASSAGE.first],
			['pink', PASSAGE.third],
		] as const;
		await waitForPainted(page, both);
		expect(
			await page.evaluate(() => [...CSS.highlights.keys()].filter((name) => !name.startsWith('en-marge-'))),
		).toEqual([]);
		for (const { name } of await paintedTexts(page)) expect(name).toMatch(NAME);
		for (const attack of ['clear', 'empty', 'replace'] as const) {
			await page.evaluate((how) => {
				if (how === 'clear') CSS.highlights.clear();
				for (const [name, highlight] of CSS.highlights) {
					if (how === 'empty') highlight.clear();
					if (how === 'replace') CSS.highlights.set(name, new Highlight());
				}
				// The page goes on living.
				document.querySelector('.t-content__body')?.append(document.createElement('i'));
			}, attack);
			await waitForPainted(page, both);
		}
	});

	test('that looks for the extension finds nothing but one empty element', async () => {
		const { page } = await world.openArticle();
		await selectInArticle(page, PASSAGE.first);
		const { extensionOrigin } = world.session;
		const found = await page.evaluate(async (origin) => {
			const got: string[] = [];
			for (const file of [
				'manifest.json',
				'icon/16.png',
				'assets/painted.css',
				'page-interface.js',
				'annotator.js',
				'popup.html',
			]) {
				const address = `${origin}/${file}`;
				await fetch(address).then(
					({ status }) => got.push(`fetched ${file} ${status}`),
					() => {},
				);
				for (const tag of ['img', 'script', 'link'] as const) {
					const element = document.createElement(tag);
					await new Promise((resolve) => {
						element.onload = () => resolve(got.push(`${tag} ${file}`));
						element.onerror = resolve;
						setTimeout(resolve, 1000);
						if (element instanceof HTMLLinkElement) Object.assign(element, { rel: 'stylesheet', href: address });
						else element.src = address;
						document.head.append(element);
					});
					element.remove();
				}
			}
			const { chrome } = window as unknown as { chrome?: { runtime?: object } };
			if (chrome?.runtime) got.push('chrome.runtime');
			got.push(...Object.getOwnPropertyNames(window).filter((name) => /marge|__wxt|browser$/i.test(name)));
			return got;
		}, extensionOrigin);
		expect(found).toEqual([]);
		const host = await page.$eval(HOST, (element) => ({
			attributes: element.getAttributeNames().sort(),
			children: element.childNodes.length,
			root: element.shadowRoot,
			style: getComputedStyle(element).pointerEvents,
		}));
		expect(host).toEqual({ attributes: ['popover', 'style'], children: 0, root: null, style: 'none' });
		// A frame on a page of ours stays empty too.
		await page.evaluate((origin) => {
			const frame = document.createElement('iframe');
			frame.src = `${origin}/library.html`;
			document.body.append(frame);
		}, extensionOrigin);
		await new Promise((resolve) => setTimeout(resolve, 300));
		const framed = await Promise.all(
			page.frames().map((frame) => frame.evaluate(() => document.getElementById('root') !== null).catch(() => false)),
		);
		expect(framed).not.toContain(true);
	});

	test("that gives another article's address for its own shows nothing of it, and what is annotated there is kept apart", async () => {
		const real = await world.openArticle();
		await selectInArticle(real.page, PASSAGE.first);
		await real.page.keyboard.press('1');
		await waitForPainted(real.page, [['yellow', PASSAGE.first]]);
		const url = 'https://www.rfi.fr/fr/monde/20260202-faux';
		const fake = await world.open(url, fakeOf(world.site.pages.get(real.url) ?? '', real.url));
		await selectWords(fake, PASSAGE.third);
		await fake.keyboard.press('3');
		await waitForPainted(fake, [['blue', PASSAGE.third]]);
		await waitForQuotes(await openPanel(world, fake), [PASSAGE.third]);
		await waitForQuotes(await openPanel(world, real.page), [PASSAGE.first]);
	});

	test('that lets nothing be made of strings, nor any policy for it: notes and texts are kept all the same, and it hears of no violation', async () => {
		const { page, ui } = await world.openArticle({ firstInHead: STRICT });
		await selectInArticle(page, PASSAGE.first);
		await page.keyboard.press('n');
		await ui.textbox('Note').type('**kept**');
		await ui.button('Done').click();
		const panel = await openPanel(world, page);
		await waitUntil('the note', async () => (await listed(panel))[0]?.note === 'kept');
		expect(await page.evaluate(() => window.violations)).toEqual([]);
	});

	test('that never rests, and one that reloads itself without end: what is annotated is there when it stops', async () => {
		const flooded = await world.openArticle({ lastInBody: FLOOD });
		await selectWords(flooded.page, PASSAGE.first);
		await flooded.page.keyboard.press('5');
		await waitForPainted(flooded.page, [['purple', PASSAGE.first]]);
		await flooded.page.waitForSelector('[data-flooded]');
		await waitForPainted(flooded.page, [['purple', PASSAGE.first]]);

		const { page, url } = await world.openArticle();
		await selectInArticle(page, PASSAGE.first);
		await page.keyboard.press('6');
		await waitForPainted(page, [['orange', PASSAGE.first]]);
		const html = world.site.pages.get(url) ?? '';
		world.site.pages.set(
			url,
			html.replace('<head>', () => `<head>${RELOADER}`),
		);
		await page.goto(url).catch(() => undefined);
		await waitUntil('rest', () => page.$('[data-still]').then(Boolean));
		await waitForPainted(page, [['orange', PASSAGE.first]]);
		await waitForQuotes(await openPanel(world, page), [PASSAGE.first]);
	});

	test('that puts the click of the reader under something else: what would be deleted stays', async () => {
		const { page, ui } = await world.openArticle();
		await selectInArticle(page, PASSAGE.first);
		await page.keyboard.press('1');
		await waitForPainted(page, [['yellow', PASSAGE.first]]);
		await clickPassage(page, PASSAGE.first);
		const pressDelete = async (): Promise<void> => {
			const box = await (await ui.button('Delete').element()).boundingBox();
			if (box === null) throw new Error('not shown');
			await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
		};
		const stays = async (): Promise<void> => {
			await new Promise((resolve) => setTimeout(resolve, 100));
			expect(await ui.dialog('Annotation').isThere()).toBe(true);
			expect(await paintedTexts(page)).toHaveLength(1);
		};
		// Unseen: in both browsers.
		await new Promise((resolve) => setTimeout(resolve, 800));
		await page.$eval(HOST, (host) => (host as HTMLElement).style.setProperty('opacity', '0', 'important'));
		await pressDelete();
		await stays();
		expect(await page.$eval(HOST, (host) => getComputedStyle(host).opacity)).toBe('1');
		await page.$eval(HOST, (host) => void host.animate({ opacity: [0, 0] }, { duration: 1e9 }));
		await pressDelete();
		await stays();
		if (kind === 'chrome') {
			await coverAll(page);
			await new Promise((resolve) => setTimeout(resolve, 800));
			await pressDelete();
			await stays();
			// Taken away under the reader's finger: not seen for long enough.
			await page.evaluate(() => document.getElementById('cover')?.remove());
			await pressDelete();
			await stays();
		}
		await ui.button('Delete').click();
		await waitForPainted(page, []);
	});

	test.each(['library.html', 'reader.html', 'popup.html'])(
		'that is one of ours makes nothing of strings that its own code did not vouch for: %s',
		async (path) => {
			const page = await world.session.openExtensionPage(path);
			const made = await page.evaluate(async () => {
				const got: string[] = [];
				const tries: Record<string, () => unknown> = {
					innerHTML: () => Object.assign(document.createElement('div'), { innerHTML: '<b>x</b>' }),
					script: () => Object.assign(document.createElement('script'), { src: 'data:text/javascript,1' }),
					text: () => Object.assign(document.createElement('script'), { text: '1' }),
					worker: () => new Worker('data:text/javascript,1'),
					policy: () =>
						(
							window as unknown as { trustedTypes: { createPolicy(name: string, rules: object): object } }
						).trustedTypes.createPolicy('mine', {}),
				};
				for (const [name, attempt] of Object.entries(tries)) {
					try {
						attempt();
						got.push(name);
					} catch {}
				}
				return got;
			});
			expect(made).toEqual([]);
		},
	);
});

/** A page with the head of an article, its address and its words, but another title. */
function fakeOf(html: string, url: string): string {
	const titled = html.replaceAll('dans la vallée', 'sur la colline');
	if (!titled.includes(`canonical" href="${url}`)) throw new Error('the address is not there to be pretended');
	return titled.replace(PASSAGE.last, 'La récolte est perdue.');
}

/** With what lies above all that was shown before, lets every click through, and says something harmless. */
function coverAll(page: Page): Promise<void> {
	return page.evaluate(() => {
		const cover = document.createElement('div');
		cover.id = 'cover';
		cover.popover = 'manual';
		cover.textContent = 'Continue reading';
		cover.style.cssText = 'pointer-events: none; inset: 0; width: 100%; height: 100%; background: white; margin: 0';
		document.body.append(cover);
		cover.showPopover();
	});
}
