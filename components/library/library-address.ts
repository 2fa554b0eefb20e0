/** The views of the library, in the order of its navigation; `import` is reached by a button of its own. */
export const LIBRARY_VIEWS = ['articles', 'passages', 'overview', 'trash', 'health', 'backup', 'import'] as const;
export type LibraryViewName = (typeof LIBRARY_VIEWS)[number];

/** The orders that a list can be in without a query; the first of each view is its own. */
export const LIST_ORDERS = {
	articles: ['annotated', 'published', 'captured'],
	passages: ['created', 'modified'],
} as const;
export type ListName = keyof typeof LIST_ORDERS;
export type ListOrder = (typeof LIST_ORDERS)[ListName][number];
/** `sense` is the order of a search by how well a hit answers it. */
export type AnyOrder = ListOrder | 'sense';

export const LIST_GROUPS = ['month', 'day', 'none'] as const;
export type ListGroup = (typeof LIST_GROUPS)[number];

/** What the address of the library page says: it can be kept as a bookmark, and the back button leads through it. */
export interface LibraryAddress {
	readonly view: LibraryViewName;
	/** As the reader typed it. */
	readonly query: string;
	/** Undefined for the view's own. */
	readonly order: AnyOrder | undefined;
	readonly group: ListGroup;
}

/** Reads `?view=…&q=…&by=…&group=…`. What is not known counts as not said. */
export function readLibraryAddress(search: string): LibraryAddress {
	const query = new URLSearchParams(search);
	const view = LIBRARY_VIEWS.find((name) => name === query.get('view')) ?? 'articles';
	const orders: readonly AnyOrder[] = isList(view) ? [...LIST_ORDERS[view], 'sense'] : [];
	return {
		view,
		query: query.get('q') ?? '',
		order: orders.find((order) => order === query.get('by')),
		group: LIST_GROUPS.find((group) => group === query.get('group')) ?? 'month',
	};
}

/** The address of a view, as short as it can be said. */
export function libraryAddress(said: Partial<LibraryAddress>): `library.html${string}` {
	const { view = 'articles', query = '', order, group = 'month' } = said;
	const parts = new URLSearchParams();
	if (view !== 'articles') parts.set('view', view);
	if (query !== '') parts.set('q', query);
	if (order !== undefined) parts.set('by', order);
	if (group !== 'month') parts.set('group', group);
	return parts.size === 0 ? 'library.html' : `library.html?${parts}`;
}

export function isList(view: LibraryViewName): view is ListName {
	return view in LIST_ORDERS;
}
