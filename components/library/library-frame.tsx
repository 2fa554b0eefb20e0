import type { ComponentChildren } from 'preact';
import type { MessageKey } from '../translation.ts';
import { useTranslation } from '../translation.ts';
import { isList, type LibraryAddress, type LibraryViewName, libraryAddress } from './library-address.ts';
import { LibrarySearch } from './library-search.tsx';

interface LibraryFrameProps {
	readonly address: LibraryAddress;
	readonly setQuery: (query: string) => void;
	/** The view. */
	readonly children: ComponentChildren;
}

/** The name of each view: its link's and its heading's. */
export const VIEW_KEYS: Readonly<Record<LibraryViewName, MessageKey>> = {
	articles: 'viewArticles',
	passages: 'viewPassages',
	overview: 'viewOverview',
	trash: 'viewTrash',
	health: 'viewHealth',
	backup: 'viewBackup',
	import: 'addSavedArticles',
};

const IN_NAVIGATION = ['articles', 'passages', 'overview', 'trash', 'health', 'backup'] as const;

/** What every view of the library stands in: heading, search, the ways to the other views. */
export function LibraryFrame({ address, setQuery, children }: LibraryFrameProps) {
	const { translate } = useTranslation();
	return (
		<div class="library">
			<header class="library-head">
				<h1>{translate('libraryTitle')}</h1>
				<LibrarySearch query={address.query} setQuery={setQuery} />
				<ViewLink view="import" current={address.view} className="button" />
			</header>
			<nav class="library-views" aria-label={translate('libraryViews')}>
				{IN_NAVIGATION.map((view) => (
					<ViewLink key={view} view={view} current={address.view} query={address.query} />
				))}
				<a href="options.html">{translate('settings')}</a>
			</nav>
			<main class="library-view" tabIndex={-1}>
				{children}
			</main>
		</div>
	);
}

interface ViewLinkProps {
	readonly view: LibraryViewName;
	readonly current: LibraryViewName;
	/** What is searched for: it leads along from one list to the other. */
	readonly query?: string;
	readonly className?: string;
}

function ViewLink({ view, current, query = '', className }: ViewLinkProps) {
	const { translate } = useTranslation();
	const kept = isList(view) && isList(current) && view !== current ? query : '';
	return (
		<a
			href={libraryAddress({ view, query: kept })}
			aria-current={view === current ? 'page' : undefined}
			class={className}
		>
			{translate(VIEW_KEYS[view])}
		</a>
	);
}
