import { render } from 'preact';
import { KeysProvider } from '../../../components/page/keys.ts';
import { Panel } from '../../../components/panel/panel.tsx';
import { TranslationProvider } from '../../../components/translation.ts';
import type { PassagesInView } from '../../../utils/messaging/in-view-port.ts';
import { type OwnDocument, prepareDocument } from '../prepare-document.ts';
import { translate } from '../translate.ts';
import { followPage } from './follow-page.ts';
import { panelActions } from './panel-actions.ts';
import { loadStore, type PanelStore } from './panel-store.ts';
import { tabInQuestion } from './tab-view.ts';
import { type WatchedTab, watchTab } from './watch-tab.ts';

/** The list is there by then, and the page has done what it was asked before, in milliseconds. */
const FOLLOW_AFTER_MS = 300;

/** Shows the panel for the tab in question; with `followActive` for whichever tab the reader turns to. */
export async function mountPanel(root: HTMLElement): Promise<{ showTab: (tabId: number) => void }> {
	let redraw = (): void => {};
	let locale: OwnDocument | undefined;
	// The page is asked meanwhile: nothing is drawn before it is known in which words.
	void prepareDocument().then((prepared) => {
		locale = prepared;
		locale.changed(() => redraw());
		redraw();
	});
	let opening: Promise<PanelStore> | undefined;
	const store = (): Promise<PanelStore> => (opening ??= loadStore());
	const editing = new URLSearchParams(location.search).get('edit') ?? undefined;
	let stop: (() => void) | undefined;

	function showTab(tabId: number): void {
		let current: WatchedTab | undefined;
		let inView: PassagesInView = [];
		stop?.();
		const actions = panelActions(
			store,
			tabId,
			() => current,
			() => showTab(tabId),
			() => {
				if (current?.state.kind !== 'not-article') return;
				draw({ state: { ...current.state, hints: { ...current.state.hints, refused: true } } });
			},
		);
		const draw = (watched: WatchedTab): void => {
			current = watched;
			redraw = () => draw(watched);
			if (locale === undefined) return;
			render(
				<TranslationProvider value={{ translate, locale: locale.tag }}>
					<KeysProvider value={locale.settings.keys}>
						<Panel state={watched.state} actions={actions} inView={inView} editing={editing} />
					</KeysProvider>
				</TranslationProvider>,
				root,
			);
		};
		const page = followPage(tabId, (ids) => {
			inView = ids;
			if (current !== undefined) draw(current);
		});
		const unwatch = watchTab(store, tabId, (watched) => {
			draw(watched);
			// What is shown comes first.
			if (watched.state.kind === 'article') setTimeout(page.ask, FOLLOW_AFTER_MS);
		});
		stop = () => {
			unwatch();
			page.end();
		};
	}

	const tabId = await tabInQuestion(location.search);
	if (tabId !== undefined) showTab(tabId);
	return { showTab };
}
