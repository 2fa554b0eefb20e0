import { browser } from 'wxt/browser';
import type { PanelState, TwinState } from '../../../components/panel/panel-state.ts';
import type { Annotation } from '../../../utils/domain/annotation.ts';
import type { ArticleFacts, StoredArticle } from '../../../utils/domain/article.ts';
import { twinEditionOf } from '../../../utils/domain/twin.ts';
import type { PanelStore } from './panel-store.ts';
import { type TabView, viewAddress, viewTab } from './tab-view.ts';

/** What the popup and the panel show of a tab, with what only their acts need. */
export interface WatchedTab {
	readonly state: PanelState;
	readonly articleId?: string | undefined;
}

/** How often the page is asked again while it has not looked for every passage yet, in milliseconds. */
const ASK_AGAIN_MS = 250;
const MOST_QUESTIONS = 20;
/**
 * How often the page is asked while all is known, in milliseconds: words may go and come back while it stays open, and
 * nobody tells. Only while somebody looks.
 */
const LOOK_AGAIN_MS = 1500;
/** A page that answers within this time, in milliseconds, is not guessed at by its address meanwhile. */
const PROMPT_MS = 40;

/**
 * Follows a tab and what is stored about its article, and tells every change. Returns what ends it.
 * The page tells where the passages are when it is asked, and what it shows until the store has answered; from then on
 * the store is followed by live query.
 */
export function watchTab(
	store: () => Promise<PanelStore>,
	tabId: number,
	tell: (watched: WatchedTab) => void,
): () => void {
	let ended = false;
	let stopStore: (() => void) | undefined;
	/** Counts what was followed: an answer to an earlier question comes too late. */
	let turns = 0;
	let askAgain: ReturnType<typeof setTimeout> | undefined;

	async function begin(): Promise<void> {
		const viewing = viewTab(tabId);
		const prompt = await Promise.race([viewing, delay(PROMPT_MS)]);
		const ahead = prompt === undefined ? await viewAddress(tabId) : undefined;
		if (ahead !== undefined && !ended) follow(ahead);
		const view = await viewing;
		if (ended) return;
		if (view.kind !== 'not-article') return follow(view);
		leave();
		tell({ state: view });
	}

	function leave(): void {
		turns++;
		clearTimeout(askAgain);
		stopStore?.();
		stopStore = undefined;
	}

	function follow(view: ArticleTabView): void {
		leave();
		const shown = view.kind === 'report' ? view.report.annotations : undefined;
		if (view.kind === 'report' && shown !== undefined)
			tell({
				state: articleState(view, view.report.facts, { annotations: shown }, false),
				articleId: shown.find(isStored)?.articleId,
			});
		const turn = turns;
		void store().then((opened) => {
			if (!ended && turn === turns) stopStore = observeArticle(opened, view);
		});
	}

	function observeArticle(opened: PanelStore, view: ArticleTabView): () => void {
		let current = view;
		const turn = turns;
		let emissions = 0;
		return opened.observe(
			() => storedOf(opened, current),
			(stored) => {
				const { article, annotations, twin } = stored;
				const all = [...annotations, ...(twin?.annotations ?? [])];
				const emission = ++emissions;
				const show = (): void => {
					const facts = current.kind === 'report' ? current.report.facts : article;
					if (ended || facts === undefined) return;
					tell({ state: articleState(current, facts, stored), articleId: article?.id });
				};
				const ask = async (promptly: number): Promise<void> => {
					const isPrompt = promptly > 0 && !isSettled(current, isTwinShown(current) ? all : annotations);
					if (isPrompt || promptly === MOST_QUESTIONS || !document.hidden) {
						const latest = await viewTab(tabId, true);
						if (ended || turn !== turns || emission !== emissions) return;
						if (latest.kind !== 'not-article' && whereabouts(latest) !== whereabouts(current)) {
							current = latest;
							show();
						}
					}
					askAgain = setTimeout(() => void ask(promptly - 1), isPrompt ? ASK_AGAIN_MS : LOOK_AGAIN_MS);
				};
				show();
				clearTimeout(askAgain);
				// A page that only promised an article by its address is asked already. Another has just been told of the same
				// change as we have: it is given the time to look for the passages.
				if (current.kind === 'address') return;
				askAgain = setTimeout(() => void ask(MOST_QUESTIONS), isSettled(current, annotations) ? ASK_AGAIN_MS : 0);
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
		leave();
		browser.tabs.onUpdated.removeListener(updated);
	};
}

const delay = (ms: number): Promise<undefined> => new Promise((resolve) => setTimeout(resolve, ms, undefined));

/** An annotation just made does not know its article yet. */
const isStored = ({ articleId }: Annotation): boolean => articleId !== '';

type ArticleTabView = Exclude<TabView, { kind: 'not-article' }>;

/** What is stored of the article in a tab, and of its twin in the other Chinese script. */
interface StoredPair extends StoredArticle {
	readonly twin?: StoredArticle;
}

async function storedOf(store: PanelStore, view: ArticleTabView): Promise<StoredPair> {
	switch (view.kind) {
		case 'report': {
			const [own, twin] = await Promise.all([store.openArticle(view.report.keys), store.openTwin(view.report.facts)]);
			return { ...own, twin };
		}
		case 'address':
			return await store.openArticle([view.key]);
		case 'reader': {
			const article = await store.getArticle(view.articleId);
			return article ? { article, annotations: await store.listAnnotations(article.id) } : { annotations: [] };
		}
	}
}

function articleState(view: ArticleTabView, facts: ArticleFacts, stored: StoredPair, isStoreKnown = true): PanelState {
	const { article, annotations, twin } = stored;
	const isShown = isTwinShown(view);
	const edition = twinEditionOf(facts.edition);
	const twinState: TwinState | undefined =
		edition && twin && (isShown || twin.annotations.length > 0)
			? { edition, lang: twin.article?.lang, annotations: twin.annotations, isShown }
			: undefined;
	return {
		kind: 'article',
		facts,
		keys: view.kind === 'report' ? view.report.keys : (article?.keys ?? []),
		note: isStoreKnown ? (article?.note ?? '') : undefined,
		annotations,
		outcomes: view.kind === 'report' ? view.report.outcomes : {},
		nearest: view.kind === 'report' ? view.report.nearest : {},
		changes: view.kind === 'report' ? view.report.changes : {},
		...(twinState && { twin: twinState }),
		recognised: view.kind !== 'report' || view.report.recognised,
		privateWindow: view.privateWindow,
	};
}

const isTwinShown = (view: ArticleTabView): boolean => view.kind === 'report' && view.report.isTwinShown;

function isSettled(view: ArticleTabView, annotations: readonly Annotation[]): boolean {
	return view.kind !== 'report' || annotations.every(({ id }) => id in view.report.outcomes);
}

/** What a page says of where the passages are, to be compared. */
function whereabouts(view: ArticleTabView): string {
	if (view.kind !== 'report') return '';
	const { outcomes, nearest, changes, isTwinShown } = view.report;
	return JSON.stringify([outcomes, nearest, changes, isTwinShown]);
}
