import { browser } from 'wxt/browser';
import type { PanelState } from '../../../components/panel/panel-state.ts';
import type { Annotation } from '../../../utils/domain/annotation.ts';
import type { ArticleFacts } from '../../../utils/domain/article.ts';
import type { Store } from '../../../utils/storage/store.ts';
import { type TabView, viewTab } from './tab-view.ts';

/** What the popup and the panel show of a tab, with what only their acts need. */
export interface WatchedTab {
	readonly state: PanelState;
	readonly articleId?: string | undefined;
}

/** How often the page is asked again while it has not looked for every passage yet, in milliseconds. */
const ASK_AGAIN_MS = 250;

/**
 * Follows a tab and what is stored about its article, and tells every change. Returns what ends it.
 * The store is followed by live query; the page tells where the passages are when it is asked.
 */
export function watchTab(store: Store, tabId: number, tell: (watched: WatchedTab) => void): () => void {
	let ended = false;
	let stopStore: (() => void) | undefined;
	let askAgain: ReturnType<typeof setTimeout> | undefined;

	async function begin(): Promise<void> {
		stopStore?.();
		const view = await viewTab(tabId);
		if (ended) return;
		if (view.kind === 'not-article') return tell({ state: view });
		let current = view;
		stopStore = store.observe(
			async () => {
				const article = await (current.kind === 'report'
					? store.findArticle(current.report.keys)
					: store.getArticle(current.articleId));
				return { article, annotations: article ? await store.listAnnotations(article.id) : [] };
			},
			({ article, annotations }) => {
				const show = (): void => {
					if (ended) return;
					const facts = current.kind === 'report' ? current.report.facts : article;
					if (facts !== undefined) tell({ state: articleState(current, facts, annotations), articleId: article?.id });
				};
				show();
				clearTimeout(askAgain);
				if (isSettled(current, annotations)) return;
				const ask = async (triesLeft: number): Promise<void> => {
					const latest = await viewTab(tabId);
					if (ended || latest.kind === 'not-article') return;
					current = latest;
					show();
					if (!isSettled(current, annotations) && triesLeft > 0) {
						askAgain = setTimeout(() => void ask(triesLeft - 1), ASK_AGAIN_MS);
					}
				};
				void ask(20);
			},
			(fault) => tell({ state: { kind: 'fault', fault } }),
		);
	}

	const updated = (id: number, { status }: { status?: string }): void => {
		if (id === tabId && status === 'complete') void begin();
	};
	browser.tabs.onUpdated.addListener(updated);
	void begin();
	return () => {
		ended = true;
		clearTimeout(askAgain);
		stopStore?.();
		browser.tabs.onUpdated.removeListener(updated);
	};
}

type ArticleTabView = Exclude<TabView, { kind: 'not-article' }>;

function articleState(view: ArticleTabView, facts: ArticleFacts, annotations: readonly Annotation[]): PanelState {
	return {
		kind: 'article',
		facts,
		annotations,
		outcomes: view.kind === 'report' ? view.report.outcomes : {},
		recognised: view.kind === 'reader' || view.report.recognised,
		privateWindow: view.privateWindow,
	};
}

function isSettled(view: ArticleTabView, annotations: readonly Annotation[]): boolean {
	return view.kind === 'reader' || annotations.every(({ id }) => id in view.report.outcomes);
}
