import { useEffect, useState } from 'preact/hooks';
import type { AnyOrder, ListOrder } from '../../components/library/library-address.ts';
import type { ViewContext } from './view-context.ts';

/** As many as the first screen holds, and more. */
const FIRST = 16;

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
): ListedIds | undefined {
	const [listed, setListed] = useState<ListedIds>();
	useEffect(() => {
		if (!isWanted || order === 'sense') return;
		let isEnded = false;
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
		list(order, { limit: FIRST }).then(
			(ids) => {
				if (isEnded) return;
				keep(ids, ids.length < FIRST);
				// The first screen is drawn before all the others are read.
				setTimeout(follow, FIRST_ALONE_MS);
			},
			// Whatever is wrong is told by the one that goes on asking.
			follow,
		);
		return () => stop();
	}, [isWanted, order]);
	return listed;
}
