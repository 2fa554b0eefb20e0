import type { Page } from 'puppeteer-core';

/**
 * Sentences of the article that a page shows, in reading order, as they stand in the DOM: of whatever language, found
 * without asking En marge. Those that stand twice in the page are left out.
 */
export function articleSentences(page: Page): Promise<string[]> {
	// No function in it has a name: tsx would lean on a helper that the page does not have.
	return page.evaluate(() => {
		const SHORTEST = 8;
		const LONGEST = 240;
		const inPage = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, (node) =>
			node.parentElement?.closest('script, style, noscript, template')
				? NodeFilter.FILTER_REJECT
				: NodeFilter.FILTER_ACCEPT,
		);
		let whole = '';
		while (inPage.nextNode()) whole += (inPage.currentNode as Text).data;

		// The body is where most text stands in paragraphs side by side; a few articles have none, but headings or loose lines.
		const blocks = document.querySelectorAll<HTMLElement>('p').length > 1 ? 'p' : 'p, h2, h3, li, blockquote, div';
		const bodies = new Map<Element, { paragraphs: HTMLElement[]; length: number }>();
		for (const paragraph of document.querySelectorAll<HTMLElement>(blocks)) {
			const text = paragraph.textContent.trim();
			const box = paragraph.getBoundingClientRect();
			const isFurniture = paragraph.closest(
				'body > header, nav, footer, aside, form, figure, [hidden], [aria-hidden="true"]',
			);
			const isLink = [...paragraph.querySelectorAll('a')].some(
				(link) => link.textContent.trim().length > text.length / 2,
			);
			const holdsBlocks = paragraph.querySelector('p, div, ul, ol, h1, h2, h3') !== null;
			if (text.length < SHORTEST || box.width === 0 || isFurniture || isLink || holdsBlocks) continue;
			const parent = paragraph.parentElement ?? document.body;
			const body = bodies.get(parent) ?? { paragraphs: [], length: 0 };
			body.paragraphs.push(paragraph);
			body.length += text.length;
			bodies.set(parent, body);
		}
		const [body] = [...bodies.values()].sort((a, b) => b.length - a.length);
		return (body?.paragraphs ?? []).flatMap((paragraph) => {
			const text = paragraph.textContent;
			const cut = new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text);
			return [...cut]
				.map(({ segment }) => {
					// What has no width cannot be selected at an edge.
					const sentence = segment.replace(/^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu, '');
					if (sentence.length <= LONGEST) return sentence;
					// Some scripts write a paragraph without a full stop: then as many words of it as are handy.
					const words = [...new Intl.Segmenter('en', { granularity: 'word' }).segment(sentence)];
					return words
						.filter(({ index, segment: word }) => index + word.length <= LONGEST / 2)
						.map(({ segment: word }) => word)
						.join('')
						.trim();
				})
				.filter((words) => words.length >= SHORTEST && whole.indexOf(words) === whole.lastIndexOf(words));
		});
	});
}
