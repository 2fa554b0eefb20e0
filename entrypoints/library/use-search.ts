import { useEffect, useState } from 'preact/hooks';
import type { AnyOrder } from '../../components/library/library-address.ts';
import type { QueryProblem, SearchKind } from '../../utils/domain/search.ts';
import type { SearchResult } from '../library-index/index-client.ts';
import type { ListedIds } from './use-ids.ts';
import type { ViewContext } from './view-context.ts';

/** Ids that are made at once; the others follow while the reader looks at these, so many in a turn. */
const AT_ONCE = 200;
const A_TURN = 4000;
/** While somebody types, the next question comes sooner than this, in milliseconds. */
const REST_MS = 150;

const NOTHING = { ids: [], isWhole: true, total: 0, problems: [] } as const;

export interface FoundIds extends ListedIds {
	/** How many there are, also while only the first are listed. */
	readonly total: number;
	readonly problems: readonly QueryProblem[];
	/** Whether the index had read all there is when it answered, or could not answer. */
	readonly state: 'exact' | 'incomplete' | 'failed';
}

/** Asks the index, and again whenever it has changed; undefined until it has answered once. */
export function useSearch(
	{ index }: ViewContext,
	kind: SearchKind,
	query: string,
	order: AnyOrder,
): FoundIds | undefined {
	const [found, setFound] = useState<FoundIds>();
	useEffect(() => {
		if (query === '') return;
		let asked = 0;
		/** What is new is shown by its first ids; a list that is there stays whole until the next is. */
		let isShown = false;
		let timer: ReturnType<typeof setTimeout> | undefined;

		function list({ ids, total, problems, isExact }: SearchResult): void {
			const listed = [...ids.slice(0, AT_ONCE)];
			const told = { query, order, total, problems, state: isExact ? ('exact' as const) : ('incomplete' as const) };
			const isWhole = ids.length <= AT_ONCE;
			if (isWhole || !isShown) setFound({ ...told, ids: [...listed], isWhole });
			const goOn = (): void => {
				listed.push(...ids.slice(listed.length, listed.length + A_TURN));
				if (listed.length < ids.length) timer = setTimeout(goOn);
				else setFound({ ...told, ids: listed, isWhole: true });
			};
			if (!isWhole) timer = setTimeout(goOn, isShown ? 0 : REST_MS);
			isShown = true;
		}
		async function ask(): Promise<void> {
			const mine = ++asked;
			const result = await index.search({ query, kind, order }).catch((): 'failed' => 'failed');
			// What was asked for later is what counts, whichever comes first.
			if (mine !== asked || result === undefined) return;
			clearTimeout(timer);
			if (result === 'failed') setFound({ ...NOTHING, query, order, state: 'failed' });
			else list(result);
		}
		void ask();
		const unwatch = index.watch(() => void ask());
		return () => {
			asked++;
			clearTimeout(timer);
			unwatch();
		};
	}, [kind, query, order]);
	return found;
}
