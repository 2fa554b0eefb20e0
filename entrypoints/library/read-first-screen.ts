import { isList, LIST_ORDERS, type ListOrder, readLibraryAddress } from '../../components/library/library-address.ts';
import type { LibraryStore } from '../../utils/storage/library-store.ts';
import { ARTICLES } from './articles-view.tsx';
import { FIRST_IDS, FIRST_ROWS, type FirstScreen } from './first-screen.ts';
import type { ListKind } from './list-kind.ts';
import { PASSAGES } from './passages-view.tsx';

/**
 * The beginning of the list at this address (the search part of a URL); undefined where something else is there, and where
 * it cannot be read: the list itself will tell why.
 */
export async function readFirstScreen(store: LibraryStore, search: string): Promise<FirstScreen | undefined> {
	const { view, query, order } = readLibraryAddress(search);
	if (!isList(view) || query.trim() !== '') return undefined;
	const by = order === undefined || order === 'sense' ? LIST_ORDERS[view][0] : order;
	return view === 'articles' ? await begin(store, ARTICLES, by) : await begin(store, PASSAGES, by);
}

async function begin<Row>(
	store: LibraryStore,
	kind: ListKind<Row>,
	order: ListOrder,
): Promise<FirstScreen<Row> | undefined> {
	try {
		const ids = await kind.listIds(store, order, { limit: FIRST_IDS });
		const rows = await kind.read(store, ids.slice(0, FIRST_ROWS));
		return { list: kind.list, order, ids, isWhole: ids.length < FIRST_IDS, rows };
	} catch {
		return undefined;
	}
}
