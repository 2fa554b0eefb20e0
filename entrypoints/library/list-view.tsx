import { useEffect, useRef, useState } from 'preact/hooks';
import { EntryList } from '../../components/library/entry-list.tsx';
import { FacetPanel } from '../../components/library/facet-panel.tsx';
import {
	type AnyOrder,
	LIST_ORDERS,
	type ListOrder,
	libraryAddress,
} from '../../components/library/library-address.ts';
import { ListTools } from '../../components/library/list-tools.tsx';
import { QueryChips } from '../../components/library/query-chips.tsx';
import { QueryProblems } from '../../components/library/query-problems.tsx';
import { NOTHING_SELECTED, within } from '../../components/list/selection.ts';
import { useFocusKept } from '../../components/list/use-focus-kept.ts';
import { StepButtons } from '../../components/panel/step-buttons.tsx';
import { plural, useTranslation } from '../../components/translation.ts';
import { editionName } from './edition-name.ts';
import type { FirstScreen } from './first-screen.ts';
import { FoundElsewhere } from './found-elsewhere.tsx';
import type { ListKind } from './list-kind.ts';
import { SelectedActs } from './selected-acts.tsx';
import { tellingFaults } from './telling-faults.ts';
import { useFacets } from './use-facets.ts';
import { useHits } from './use-hits.ts';
import { useIds } from './use-ids.ts';
import { useRows } from './use-rows.ts';
import { useSearch } from './use-search.ts';
import type { ViewContext } from './view-context.ts';

interface ListViewProps<Row> {
	readonly kind: ListKind<Row>;
	readonly context: ViewContext;
}

const NONE: readonly string[] = [];

/** A list of the library, joined with the store and the index: what is in it, found in it, and selected of it. */
export function ListView<Row>({ kind, context }: ListViewProps<Row>) {
	const { store, address, go, acts, place, keepPlace } = context;
	const translation = useTranslation();
	const { translate, locale } = translation;
	const query = address.query.trim();
	const isSearching = query !== '';
	const own = isSearching ? 'sense' : LIST_ORDERS[kind.list][0];
	const order: AnyOrder = address.order === undefined || address.order === 'sense' ? own : address.order;

	const first = context.first?.list === kind.list ? (context.first as FirstScreen<Row>) : undefined;
	const stored = useIds(context, !isSearching, order, (by, options) => kind.listIds(store, by, options), first);
	const found = useSearch(context, kind.search, query, order);
	const listed = useLast(isSearching ? found : stored);
	const ids = listed?.ids ?? NONE;
	const { rows, shown, shownIds } = useRows(context, ids, (wanted) => kind.read(store, wanted), first);
	const hits = useHits(context, kind.search, query, isSearching ? shownIds : NONE, found);
	const { facets, chips, toggle } = useFacets(context, kind.search, rows.size > 0);
	const [selection, select] = useState(NOTHING_SELECTED);
	useEffect(() => select(NOTHING_SELECTED), [listed?.query]);
	useEffect(() => {
		if (listed?.isWhole) select((now) => within(now, listed.ids));
	}, [listed]);

	const trash = (which: readonly string[]): void =>
		void acts.run(
			(at) => kind.trash(store, which, at),
			(report) => [kind.trashed, kind.trashedCount(report)],
		);
	async function open(id: string): Promise<void> {
		const [found] = await kind.read(store, [id]);
		if (found !== undefined) location.assign(kind.addressOf(found[1]));
	}

	const focusKept = useFocusKept();
	if (listed === undefined) return null;
	const selected = (): readonly string[] =>
		listed.isWhole ? ids.filter((id) => selection.ids.has(id)) : [...selection.ids];
	const isFound = isSearching && found !== undefined && listed === found;
	const isFailed = isFound && found.state === 'failed';
	const count = isFound ? found.total : listed.isWhole ? ids.length : undefined;
	const isEmptyLibrary = !isSearching && kind.list === 'articles';
	const isCurrent = listed.order === order && listed.query === query;
	return (
		<>
			<h2 class="visually-hidden">{translate(kind.name)}</h2>
			<QueryChips chips={chips} />
			{isFound && <QueryProblems problems={found.problems} state={found.state} />}
			<ListTools
				list={kind.list}
				summary={count === undefined ? '' : plural(translation, kind.counted, count)}
				isSearching={isSearching}
				order={order}
				setOrder={(by) => go({ order: by === own ? undefined : by })}
				group={address.group}
				setGroup={(group) => go({ group })}
			>
				<StepButtons step={(direction) => void acts.step(direction)} />
			</ListTools>
			<div {...focusKept}>
				<div class="list-body">
					<FacetPanel facets={facets} toggle={toggle} />
					<div class="list-rows">
						{ids.length === 0 && listed.isWhole && isCurrent && !isFailed && (
							<p class="hint" tabIndex={-1}>
								{translate(isSearching ? 'nothingFound' : kind.empty)}
								{isEmptyLibrary && (
									<>
										{' '}
										<a href={libraryAddress({ view: 'import' })}>{translate('addSavedArticles')}</a>
									</>
								)}
								{isSearching && <FoundElsewhere list={kind.list} query={query} context={context} />}
							</p>
						)}
						<EntryList
							label={translate(kind.name)}
							ids={ids}
							rows={rows}
							shown={shown}
							group={order === 'sense' ? 'none' : address.group}
							dateOf={(row) => kind.dateOf(row, order as ListOrder)}
							undated={kind.undated(order as ListOrder)}
							entry={(row, props) =>
								kind.entry(row, props, {
									hit: hits.get(props.row['data-row']),
									store,
									editionName: (edition) => editionName(edition, locale),
									told: (key) => acts.tell({ kind: 'done', words: translate(key), canUndo: false }),
								})
							}
							selection={selection}
							select={select}
							selected={selected}
							open={(id) => void tellingFaults(acts, () => open(id))}
							trash={trash}
							place={isCurrent ? place : undefined}
							moved={keepPlace}
						/>
					</div>
				</div>
				{selection.ids.size > 0 && (
					<SelectedActs
						kind={kind}
						context={context}
						count={selection.ids.size}
						selected={selected}
						trash={trash}
						clear={() => select(NOTHING_SELECTED)}
					/>
				)}
			</div>
		</>
	);
}

/** What was there last, until there is something else: nothing blinks while one types. */
function useLast<T>(value: T | undefined): T | undefined {
	const last = useRef(value);
	if (value !== undefined) last.current = value;
	return last.current;
}
