import { useEffect, useState } from 'preact/hooks';
import { FIRST_ROWS, type FirstScreen } from './first-screen.ts';
import type { ViewContext } from './view-context.ts';

/** Rows are asked for in steps of so many. */
const STEP = 4;
/** Rows that were read and are seen no longer are forgotten beyond so many. */
const MOST_KEPT = 2000;

interface Rows<Row> {
	readonly rows: ReadonlyMap<string, Row>;
	/** To be told which rows are shown: from `first`, `end` not included. */
	readonly shown: (first: number, end: number) => void;
	readonly shownIds: readonly string[];
}

/** Reads the rows of a list that are shown, and keeps them as they are in the store. */
export function useRows<Row>(
	{ store, fail }: ViewContext,
	ids: readonly string[],
	read: (ids: readonly string[]) => Promise<readonly (readonly [id: string, row: Row])[]>,
	first: FirstScreen<Row> | undefined,
): Rows<Row> {
	const [span, setSpan] = useState({ first: 0, end: FIRST_ROWS });
	const [rows, setRows] = useState<ReadonlyMap<string, Row>>(() => new Map(first?.rows));
	const shownIds = ids.slice(span.first, span.end);
	useEffect(() => {
		if (shownIds.length === 0) return;
		return store.observe(
			() => read(shownIds),
			(found) => {
				setRows((known) => new Map([...(known.size > MOST_KEPT ? [] : known), ...found]));
				fail(undefined);
			},
			fail,
		);
	}, [shownIds.join()]);
	return {
		rows,
		shownIds,
		shown(first, end) {
			// The one before tells whether a group begins with the first.
			const from = Math.max(0, Math.floor((first - 1) / STEP) * STEP);
			const to = Math.ceil(end / STEP) * STEP;
			// What was read once more than is shown is no reason to read again.
			setSpan((now) => {
				const isWithin = now.first <= from && to <= now.end && now.end - now.first < to - from + 2 * FIRST_ROWS;
				return isWithin ? now : { first: from, end: to };
			});
		},
	};
}
