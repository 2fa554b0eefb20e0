import { render } from 'preact';
import { Panel } from '../../../components/panel/panel.tsx';
import { TranslationProvider } from '../../../components/translation.ts';
import { prepareDocument } from '../prepare-document.ts';
import { translate } from '../translate.ts';
import { panelActions } from './panel-actions.ts';
import { loadStore, type PanelStore } from './panel-store.ts';
import { tabInQuestion } from './tab-view.ts';
import { type WatchedTab, watchTab } from './watch-tab.ts';

/** Shows the panel for the tab in question; with `followActive` for whichever tab the reader turns to. */
export async function mountPanel(root: HTMLElement): Promise<{ showTab: (tabId: number) => void }> {
	const locale = prepareDocument();
	let opening: Promise<PanelStore> | undefined;
	const store = (): Promise<PanelStore> => (opening ??= loadStore());
	const editing = new URLSearchParams(location.search).get('edit') ?? undefined;
	let stop: (() => void) | undefined;

	function showTab(tabId: number): void {
		let current: WatchedTab | undefined;
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
			render(
				<TranslationProvider value={{ translate, locale: locale.tag }}>
					<Panel state={watched.state} actions={actions} editing={editing} />
				</TranslationProvider>,
				root,
			);
		};
		stop = watchTab(store, tabId, draw);
	}

	const tabId = await tabInQuestion(location.search);
	if (tabId !== undefined) showTab(tabId);
	return { showTab };
}
