import type { ComponentType } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { faultMessage } from '../../components/fault-message.ts';
import {
	isList,
	type LibraryAddress,
	type LibraryViewName,
	libraryAddress,
	readLibraryAddress,
} from '../../components/library/library-address.ts';
import { LibraryFrame, VIEW_KEYS } from '../../components/library/library-frame.tsx';
import { LibraryNoticeView } from '../../components/library/library-notice.tsx';
import { type ListPlace, readListPlace } from '../../components/list/list-place.ts';
import { useTranslation } from '../../components/translation.ts';
import type { FaultCode } from '../../utils/domain/fault.ts';
import type { LibraryStore } from '../../utils/storage/library-store.ts';
import type { IndexClient } from '../library-index/index-client.ts';
import { ArticlesView } from './articles-view.tsx';
import type { FirstScreen } from './first-screen.ts';
import { PassagesView } from './passages-view.tsx';
import { createAddressReplacer } from './replace-address.ts';
import { useDropAnywhere } from './use-drop-anywhere.ts';
import { useLibraryActs } from './use-library-acts.ts';
import type { ViewContext } from './view-context.ts';

type View = ComponentType<ViewContext>;

/** What the first screen does not need is fetched when the reader turns to it. */
const LATER: Readonly<Partial<Record<LibraryViewName, () => Promise<View>>>> = {
	overview: async () => (await import('./overview-view.tsx')).OverviewView,
	trash: async () => (await import('./trash-view.tsx')).TrashView,
	health: async () => (await import('./health-view.tsx')).HealthView,
	backup: async () => (await import('./backup-view.tsx')).BackupView,
	import: async () => (await import('./import-view.tsx')).ImportView,
};

interface LibraryPageProps {
	readonly store: LibraryStore;
	readonly index: IndexClient;
	/** What was read ahead for this address. */
	readonly first?: FirstScreen | undefined;
}

const replacer = createAddressReplacer((url) => history.replaceState(history.state, '', url));

/** The library: the view that the address names, in its frame. */
export function LibraryPage({ store, index, first }: LibraryPageProps) {
	const { translate } = useTranslation();
	const [address, setAddress] = useState(() => readLibraryAddress(location.search));
	// What the bar says already, or will in a moment.
	const latest = useRef(address);
	const [place, setPlace] = useState(() => placeIn(history.state));
	const [fault, setFault] = useState<FaultCode>();
	const acts = useLibraryActs(store);
	const View = useView(address.view);
	// Of the first drawing alone: what is read later is newer.
	const ahead = useRef(first);
	useEffect(() => {
		ahead.current = undefined;
	}, []);

	const go: ViewContext['go'] = useCallback((to, how = 'push') => {
		const next = { ...latest.current, ...to };
		latest.current = next;
		const url = libraryAddress(next);
		if (how === 'push') {
			replacer.flush();
			history.pushState(null, '', url);
			window.scrollTo({ top: 0, behavior: 'instant' });
			setPlace(undefined);
		} else replacer.replace(url);
		setAddress(next);
	}, []);
	useEffect(() => {
		// The list itself knows where it was: the browser would go there before it is there.
		history.scrollRestoration = 'manual';
		const follow = (): void => {
			replacer.drop();
			latest.current = readLibraryAddress(location.search);
			setPlace(placeIn(history.state));
			setAddress(latest.current);
		};
		window.addEventListener('popstate', follow);
		window.addEventListener('pagehide', replacer.flush);
		return () => {
			window.removeEventListener('popstate', follow);
			window.removeEventListener('pagehide', replacer.flush);
		};
	}, []);
	useLinksWithin(go);
	const isDragging = useDropAnywhere(useCallback(() => go({ view: 'import' }), [go]));
	useEffect(() => {
		document.title = `${translate(VIEW_KEYS[address.view])} — ${translate('libraryTitle')} — En marge`;
	}, [address.view, translate]);

	// What failed in one view is no news in another.
	useEffect(() => setFault(undefined), [address.view]);

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
			{isDragging && <p class="library-drop">{translate('importDropHere')}</p>}
			{View && (
				<View
					key={address.view}
					store={store}
					index={index}
					address={address}
					first={ahead.current}
					go={go}
					fail={setFault}
					acts={acts}
					place={place}
					keepPlace={keepPlace}
				/>
			)}
			<LibraryNoticeView
				notice={acts.notice}
				undo={(batch) => void acts.step('undo', batch)}
				close={() => acts.tell(undefined)}
			/>
		</LibraryFrame>
	);
}

/** What the browser keeps with a step of its history. */
interface Kept {
	readonly place: ListPlace;
}

function placeIn(state: unknown): ListPlace | undefined {
	return readListPlace((state as Kept | null)?.place);
}

function keepPlace(place: ListPlace): void {
	const kept: Kept = { place };
	history.replaceState(kept, '');
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
