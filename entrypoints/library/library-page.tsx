import type { ComponentType } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { faultMessage } from '../../components/fault-message.ts';
import {
	isList,
	type LibraryAddress,
	type LibraryViewName,
	libraryAddress,
	readLibraryAddress,
} from '../../components/library/library-address.ts';
import { LibraryFrame, VIEW_KEYS } from '../../components/library/library-frame.tsx';
import { useTranslation } from '../../components/translation.ts';
import type { FaultCode } from '../../utils/domain/fault.ts';
import type { LibraryStore } from '../../utils/storage/library-store.ts';
import { ArticlesView } from './articles-view.tsx';
import { PassagesView } from './passages-view.tsx';
import type { ViewContext } from './view-context.ts';

type View = ComponentType<ViewContext>;

/** What the first screen does not need is fetched when the reader turns to it. */
const LATER: Readonly<Partial<Record<LibraryViewName, () => Promise<View>>>> = {
	overview: async () => (await import('./overview-view.tsx')).OverviewView,
	trash: async () => (await import('./trash-view.tsx')).TrashView,
	health: async () => (await import('./health-view.tsx')).HealthView,
	import: async () => (await import('./import-view.tsx')).ImportView,
};

/** The library: the view that the address names, in its frame. */
export function LibraryPage({ store }: { readonly store: LibraryStore }) {
	const { translate } = useTranslation();
	const [address, setAddress] = useState(() => readLibraryAddress(location.search));
	const [fault, setFault] = useState<FaultCode>();
	const View = useView(address.view);

	const go: ViewContext['go'] = useCallback((to, how = 'push') => {
		const next = { ...readLibraryAddress(location.search), ...to };
		const url = libraryAddress(next);
		if (how === 'push') history.pushState(null, '', url);
		else history.replaceState(history.state, '', url);
		setAddress(next);
	}, []);
	useEffect(() => {
		const follow = (): void => setAddress(readLibraryAddress(location.search));
		window.addEventListener('popstate', follow);
		return () => window.removeEventListener('popstate', follow);
	}, []);
	useLinksWithin(go);
	useEffect(() => {
		document.title = `${translate(VIEW_KEYS[address.view])} — ${translate('libraryTitle')} — En marge`;
	}, [address.view, translate]);

	function setQuery(query: string): void {
		// What is typed is one step of the history, however long; a search from another view leads to the articles.
		if (!isList(address.view)) go({ view: 'articles', query });
		else go({ query }, address.query === '' ? 'push' : 'replace');
	}

	return (
		<LibraryFrame address={address} setQuery={setQuery}>
			{fault !== undefined && (
				<p role="alert" class="hint">
					{faultMessage(translate, fault)}
				</p>
			)}
			{View && <View key={address.view} store={store} address={address} go={go} fail={setFault} />}
		</LibraryFrame>
	);
}

/** Undefined while its code is being fetched. */
function useView(name: LibraryViewName): View | undefined {
	const [fetched, setFetched] = useState<Partial<Record<LibraryViewName, View>>>({
		articles: ArticlesView,
		passages: PassagesView,
	});
	useEffect(() => {
		if (fetched[name] === undefined) {
			void LATER[name]?.().then((view) => setFetched((others) => ({ ...others, [name]: view })));
		}
	}, [name]);
	return fetched[name];
}

/** Links to views change the view; with a key held, or another button, they are the browser's. */
function useLinksWithin(go: (to: LibraryAddress) => void): void {
	useEffect(() => {
		const follow = (event: MouseEvent): void => {
			const link = (event.target as Element).closest?.('a');
			if (link == null || link.target !== '' || link.pathname !== location.pathname) return;
			if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
			event.preventDefault();
			go(readLibraryAddress(link.search));
		};
		document.addEventListener('click', follow);
		return () => document.removeEventListener('click', follow);
	}, [go]);
}
