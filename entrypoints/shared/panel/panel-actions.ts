import { browser } from 'wxt/browser';
import type { PanelActions } from '../../../components/panel/panel-state.ts';
import type { ActReport } from '../../../utils/domain/act.ts';
import type { Annotation } from '../../../utils/domain/annotation.ts';
import { Fault, type FaultCode } from '../../../utils/domain/fault.ts';
import { createSender } from '../../../utils/messaging/channel.ts';
import type { BackgroundCommands } from '../../../utils/messaging/protocol.ts';
import { ARCHIVE_ORIGINS } from '../archive-origins.ts';
import { noteUnexpected } from '../diagnostic-log.ts';
import { loadPageScript } from '../load-page-script.ts';
import { notifyTabs, pageSender } from '../notify-tabs.ts';
import { keepFilters, recallFilters } from './kept-filters.ts';
import type { PanelStore } from './panel-store.ts';
import { SITE_ORIGIN } from './tab-view.ts';
import type { WatchedTab } from './watch-tab.ts';

const sendToBackground = createSender<BackgroundCommands>((message) => browser.runtime.sendMessage(message));

const now = (): string => new Date().toISOString();

/** The formats' code, which nobody waits for to see what is annotated. */
const exporting = () => import('./export-article.ts');

/** What the reader can do in the popup and the panel, for the article that `current` tells. */
export function panelActions(
	store: () => Promise<PanelStore>,
	tabId: number,
	current: () => WatchedTab | undefined,
	again: () => void,
	refused: () => void,
): PanelActions {
	/** The article that the last act was done on, which is taken back first: this one, or its twin. */
	let actedOn: string | undefined;

	/** What the page shows was listed before the store said whose it is. */
	async function storedArticleId(opened: PanelStore): Promise<string | undefined> {
		const state = current()?.state;
		if (state?.kind !== 'article' || state.keys.length === 0) return undefined;
		return (await opened.openArticle(state.keys)).article?.id;
	}

	async function act(work: () => Promise<unknown>): Promise<FaultCode | undefined> {
		let done: unknown;
		try {
			done = await work();
		} catch (error) {
			noteUnexpected('panel', error);
			return error instanceof Fault ? error.code : 'write-failed';
		}
		// What is edited may be the twin's.
		const articleId = (done as Partial<Annotation> | undefined)?.articleId ?? current()?.articleId;
		actedOn = articleId;
		if (articleId !== undefined) void notifyTabs(articleId);
		return undefined;
	}

	return {
		edit: (id, changes, typed) =>
			act(async () => {
				const at = now();
				const { session, isLeaving } = typed ?? {};
				// With this page a transaction of its own would end; the background's goes on.
				if (isLeaving) {
					const answer = await sendToBackground('editAnnotation', { id, changes, at, ...(session && { session }) });
					if (!answer.ok) throw new Fault(answer.fault);
					return answer.value;
				}
				return await (await store()).editAnnotation(id, changes, at, session);
			}),
		loadTags: async () => await (await store()).listTags(),
		remove: (id) => act(async () => (await store()).deleteAnnotation(id, now())),
		async step(direction) {
			let report: ActReport | undefined;
			const fault = await act(async () => {
				const opened = await store();
				const articleId = actedOn ?? current()?.articleId ?? (await storedArticleId(opened));
				report = articleId === undefined ? undefined : await opened[direction](articleId, now());
				return report;
			});
			return fault === undefined ? { act: report?.kind } : { fault };
		},
		writeNote: ({ facts, keys }, note) =>
			act(async () => {
				const { url } = await browser.tabs.get(tabId);
				const article = { facts, keys, address: facts.url ?? url ?? '' };
				const { id } = await (await store()).noteArticle(article, note, now());
				return { articleId: id };
			}),
		recallFilters,
		keepFilters,
		showTwin: (shown) => void pageSender(tabId)('showTwin', { shown }).then(again),
		reattach: async (id) => {
			const answer = await pageSender(tabId)('beginReattaching', { id });
			if (!answer.ok || !answer.value) return answer.ok ? 'not-found' : answer.fault;
			await browser.tabs.update(tabId, { active: true });
			// The popup stands over the page. Only it: a panel, or a page of its own, stays.
			if (browser.extension.getViews({ type: 'popup' }).includes(window)) window.close();
			return undefined;
		},
		reveal: (id) => void pageSender(tabId)('revealAnnotation', { id }),
		copyExport: async (choice) => (await exporting()).copyArticle(await store(), current(), choice),
		downloadExport: async (choice) => (await exporting()).downloadArticle(await store(), current(), choice),
		// Firefox does not fail where it lets no script in: only the page's answer tells.
		annotateAnyway: () =>
			void loadPageScript(tabId, 'annotator')
				.then(() => pageSender(tabId)('getPage', {}))
				.then(({ ok }) => (ok ? again() : refused()), refused),
		// Asking must come straight from the reader's act, with nothing awaited before.
		allowSite: () => void browser.permissions.request({ origins: [SITE_ORIGIN] }).then(again),
		allowArchive: () =>
			void browser.permissions
				.request({ origins: ARCHIVE_ORIGINS })
				.then((allowed) => (allowed ? browser.tabs.reload(tabId) : undefined))
				.then(again),
		retry: again,
	};
}
