import { useEffect, useRef, useState } from 'preact/hooks';
import type { AnyOrder, ListOrder } from '../../components/library/library-address.ts';
import { FIRST_IDS, type FirstScreen } from './first-screen.ts';
import type { ViewContext } from './view-context.ts';

/** The first screen has the database to itself for so long, in milliseconds: it answers one question after the other. */
const FIRST_ALONE_MS = 200;

/** The ids of a list, in its order. */
export interface ListedIds {
	readonly ids: readonly string[];
	/** False while only the first ones are known. */
	readonly isWhole: boolean;
	/** What was asked for: it may have become something else since. */
	readonly query: string;
	readonly order: AnyOrder;
}

/** Reads the ids of a list without a query: those of the first screen at once, then all, and again whenever they change. */
export function useIds(
	{ store, fail }: ViewContext,
	isWanted: boolean,
	order: AnyOrder,
	list: (order: ListOrder, options?: { readonly limit: number }) => Promise<string[]>,
	first: FirstScreen | undefined,
): ListedIds | undefined {
	const ahead = useRef(first?.order === order && isWanted ? first : undefined);
	const [listed, setListed] = useState<ListedIds | undefined>(
		() => ahead.current && { ids: ahead.current.ids, isWhole: ahead.current.isWhole, query: '', order },
	);
	useEffect(() => {
		if (!isWanted || order === 'sense') return;
		let isEnded = false;
		const isKnown = ahead.current !== undefined;
		ahead.current = undefined;
		let stop = (): void => {
			isEnded = true;
		};
		const keep = (ids: readonly string[], isWhole: boolean): void => {
			setListed({ ids, isWhole, query: '', order });
			fail(undefined);
		};
		function follow(): void {
			if (isEnded) return;
			stop = store.observe(
				() => list(order as ListOrder),
				(ids) => keep(ids, true),
				fail,
			);
		}
		// The first screen is drawn before all the others are read.
		if (isKnown) setTimeout(follow, FIRST_ALONE_MS);
		else
			list(order, { limit: FIRST_IDS }).then(
				(ids) => {
					if (isEnded) return;
					keep(ids, ids.length < FIRST_IDS);
					setTimeout(follow, FIRST_ALONE_MS);
				},
				// Whatever is wrong is told by the one that goes on asking.
				follow,
			);
		return () => stop();
	}, [isWanted, order]);
	return listed;
}
