import { describe, expect, test } from 'vitest';
import { BROWSER_KINDS } from '../browser/browser-kind.ts';
import { paintedTexts, waitForPainted } from '../browser/painted-texts.ts';
import { waitUntil } from '../browser/wait-until.ts';
import { clickPassage } from './click-passage.ts';
import { PASSAGE } from './pages/orchard-story.ts';
import { selectInArticle } from './select-in-article.ts';
import { useSession } from './use-session.ts';

const BOTH = [
	['yellow', PASSAGE.first],
	['green', PASSAGE.last],
] as const;

describe.each(BROWSER_KINDS)('a page that changes itself, in %s', (kind) => {
	const world = useSession(kind);

	async function openWithTwo() {
		const article = await world.openArticle();
		await selectInArticle(article.page, PASSAGE.first);
		await article.page.keyboard.press('1');
		await selectInArticle(article.page, PASSAGE.last);
		await article.page.keyboard.press('2');
		await waitForPainted(article.page, BOTH);
		return article;
	}

	test('the body is drawn anew by a script: the same words are painted and can be clicked', async () => {
		const { page, ui } = await openWithTwo();
		await page.evaluate(() => {
			const body = document.querySelector('.t-content__body')!;
			const html = body.innerHTML;
			body.innerHTML = '';
			setTimeout(() => {
				body.innerHTML = html;
			}, 150);
		});
		await waitUntil('the body to be back', () =>
			page.evaluate(() => document.querySelector('.t-content__body p') !== null),
		);
		await waitForPainted(page, BOTH);
		await clickPassage(page, PASSAGE.last);
		await ui.dialog('Annotation').element();
	});

	test('the whole article is replaced by a new element: the same words are painted', async () => {
		const { page } = await openWithTwo();
		await page.evaluate(() => {
			const article = document.querySelector('article')!;
			const fresh = document.createElement('article');
			for (const { name, value } of article.attributes) fresh.setAttribute(name, value);
			fresh.innerHTML = article.innerHTML;
			article.replaceWith(fresh);
		});
		await waitUntil('painted in the new article', async () =>
			page.evaluate(() =>
				[...CSS.highlights]
					.filter(([name]) => name.startsWith('en-marge-'))
					.flatMap(([, highlight]) => [...highlight])
					.every(({ startContainer }) => startContainer.isConnected),
			),
		);
		await waitForPainted(page, BOTH);
	});

	test('words change around a passage and in another: the one is painted on the same words, no other words are painted', async () => {
		const { page } = await openWithTwo();
		await page.evaluate((words) => {
			const walker = document.createTreeWalker(document.querySelector('article')!, NodeFilter.SHOW_TEXT);
			while (walker.nextNode()) {
				const text = walker.currentNode as Text;
				if (text.data.includes(words)) text.data = `Mis à jour. ${text.data}`;
			}
			for (const p of document.querySelectorAll('.t-content__body p')) {
				if (p.textContent.includes('fin de septembre'))
					p.textContent = 'Rien de tout cela n’est plus vrai aujourd’hui.';
			}
		}, PASSAGE.first);
		await waitForPainted(page, [BOTH[0]]);
	});

	test('scripts empty the registry of highlights: what was painted is painted again when the page next changes', async () => {
		const { page } = await openWithTwo();
		await page.evaluate(() => {
			CSS.highlights.clear();
			document.querySelector('article')!.append(document.createElement('p'));
		});
		await waitForPainted(page, BOTH);
	});

	test('the page keeps its own highlights while ours come and go', async () => {
		const { page, ui } = await world.openArticle();
		await page.evaluate(() => {
			const range = new Range();
			range.selectNodeContents(document.querySelector('h1')!);
			CSS.highlights.set('search-results', new Highlight(range));
		});
		await selectInArticle(page, PASSAGE.first);
		await page.keyboard.press('1');
		await waitForPainted(page, [BOTH[0]]);
		await clickPassage(page, PASSAGE.first);
		await ui.button('Delete').click();
		await waitForPainted(page, []);
		expect(await page.evaluate(() => [...CSS.highlights.keys()])).toEqual(['search-results']);
	});

	test('what stands behind "read more" is painted although it is hidden, and seen once it is shown', async () => {
		const { page } = await openWithTwo();
		const url = page.url();
		world.site.pages.set(
			url,
			world.site.pages
				.get(url)!
				.replace('</head>', '<style>.folded ~ * { display: none }</style></head>')
				.replace('class="m-interstitial"', 'class="m-interstitial folded"'),
		);
		await page.reload();
		await waitForPainted(page, BOTH);
		const isShown = () =>
			page.evaluate(() => (document.querySelector('.t-content__body p') as HTMLElement).getClientRects().length > 0);
		expect(await isShown()).toBe(false);
		await page.evaluate(() => document.querySelector('.m-interstitial')!.classList.remove('folded'));
		expect(await isShown()).toBe(true);
		await waitForPainted(page, BOTH);
	});

	test('the remainder comes only when it is asked for: its passages are painted then', async () => {
		const { page } = await openWithTwo();
		const url = page.url();
		world.site.pages.set(
			url,
			world.site.pages.get(url)!.replace(
				'</body>',
				`<script>
					const parts = [...document.querySelectorAll('.t-content__body > :not(.m-interstitial)')].slice(1);
					for (const part of parts) part.remove();
					document.querySelector('[data-readmore-unlocker]').onclick = () => document.querySelector('.t-content__body').append(...parts);
				</script></body>`,
			),
		);
		await page.reload();
		await waitForPainted(page, [BOTH[0]]);
		await page.click('[data-readmore-unlocker]');
		await waitForPainted(page, BOTH);
	});

	test('with a second article element below, only the article of the page is annotated', async () => {
		const { page, ui } = await world.openArticle({
			lastInBody: `<article><h2>Un tout autre article</h2><p>Des mots qui ne sont pas de cet article-ci, mais d’un voisin.</p></article>`,
		});
		await selectInArticle(page, PASSAGE.first);
		await page.keyboard.press('1');
		await waitForPainted(page, [BOTH[0]]);
		await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelectorAll('article')[1]!));
		await page.keyboard.press('2');
		expect(await ui.toolbar('Annotate').isThere()).toBe(false);
		expect(await paintedTexts(page)).toHaveLength(1);
	});
});
