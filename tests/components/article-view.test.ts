import { JSDOM } from 'jsdom';
import { h, render } from 'preact';
import { beforeAll, expect, it } from 'vitest';
import { ArticleView } from '../../components/panel/article-view.tsx';
import type { PanelActions, PanelState } from '../../components/panel/panel-state.ts';
import type { Annotation } from '../../utils/domain/annotation.ts';

let document: Document;

beforeAll(() => {
	const { window } = new JSDOM('<!doctype html><body><main>');
	document = window.document;
	class ResizeObserver {
		observe(): void {}
		unobserve(): void {}
		disconnect(): void {}
	}
	Object.assign(globalThis, { window, document, ResizeObserver, AbortController: window.AbortController });
	window.HTMLElement.prototype.scrollIntoView = () => {};
});

function annotation(id: string): Annotation {
	const quote = { exact: `words of ${id}`, prefix: '', suffix: '' };
	return {
		...{ id, articleId: 'a', version: 'v', color: 'yellow', style: 'solid', note: '', tags: [] },
		selectors: { quote, position: { start: 0, end: 1 } },
		...{ created: '2026-01-01T00:00:00Z', modified: '2026-01-01T00:00:00Z' },
	} as unknown as Annotation;
}

const ARTICLE = {
	...{ kind: 'article', facts: { title: 'A story', url: 'https://www.rfi.fr/cn/a' }, keys: [], note: '' },
	annotations: [annotation('own')],
	...{ outcomes: { own: 'anchored', other: 'anchored' }, nearest: {}, changes: {} },
	twin: { edition: 'tw', lang: 'zh-Hant', annotations: [annotation('other')], isShown: true },
	...{ recognised: true, privateWindow: false },
} as unknown as Extract<PanelState, { kind: 'article' }>;

async function shown(): Promise<HTMLElement> {
	const actions = { recallFilters: async () => ({ query: 'words' }), keepFilters() {} } as unknown as PanelActions;
	const main = document.querySelector('main')!;
	render(h(ArticleView, { article: ARTICLE, actions, inView: [] }), main);
	await new Promise((resolve) => setTimeout(resolve, 50));
	return main;
}

it('the list of the twin is not described by a key that does nothing there', async () => {
	const lists = [...(await shown()).querySelectorAll('ul[aria-describedby]')];
	const described = lists.map((list) =>
		list
			.getAttribute('aria-describedby')
			?.split(' ')
			.map((id) => document.getElementById(id)?.textContent),
	);
	expect(described).toEqual([['listKeys', 'listDelete'], ['listKeys']]);
});

it('the field that the list was narrowed by has the focus once nothing narrows it', async () => {
	const main = await shown();
	const clear = [...main.querySelectorAll('button')].find(({ textContent }) => textContent === 'clearFilters');
	clear?.focus();
	clear?.click();
	await new Promise((resolve) => setTimeout(resolve, 50));
	expect(clear?.isConnected).toBe(false);
	expect(document.activeElement).toBe(main.querySelector('input[type=search]'));
});
