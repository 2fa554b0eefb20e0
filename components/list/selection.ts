/** The marked rows of a list. */
export interface Selection {
	readonly ids: ReadonlySet<string>;
	/** The row that a stretch of rows reaches from. */
	readonly anchor?: string | undefined;
	/** What was marked before that stretch was begun. */
	readonly before: ReadonlySet<string>;
}

export const NOTHING_SELECTED: Selection = { ids: new Set(), before: new Set() };

/** A row more, or one less. A stretch may begin there. */
export function toggled({ ids }: Selection, id: string): Selection {
	const next = new Set(ids);
	if (!next.delete(id)) next.add(id);
	return { ids: next, anchor: id, before: next };
}

/**
 * The stretch from the anchor to a row, and what was marked before it was begun. A row that is reached again from nearer by
 * leaves out what lay beyond it.
 * @param rows all ids, in order
 * @param from where a stretch begins that nothing was begun for
 */
export function extended(
	{ anchor, before }: Selection,
	rows: readonly string[],
	id: string,
	from: string = id,
): Selection {
	const known = anchor !== undefined && rows.includes(anchor) ? anchor : from;
	const [a, b] = [rows.indexOf(known), rows.indexOf(id)];
	if (b < 0) return { ids: before, anchor: known, before };
	const stretch = rows.slice(Math.min(a < 0 ? b : a, b), Math.max(a, b) + 1);
	return { ids: new Set([...before, ...stretch]), anchor: known, before };
}

/** All rows; none, where all are marked already. */
export function allOrNone({ ids }: Selection, rows: readonly string[]): Selection {
	return rows.every((id) => ids.has(id)) ? NOTHING_SELECTED : { ids: new Set(rows), before: new Set(rows) };
}

/** What is left of a selection where only these rows are. The same object where nothing has gone. */
export function within(selection: Selection, rows: readonly string[]): Selection {
	if (selection.ids.size === 0) return selection;
	const there = new Set(rows);
	const left = [...selection.ids].filter((id) => there.has(id));
	if (left.length === selection.ids.size) return selection;
	return { ...selection, ids: new Set(left), before: new Set([...selection.before].filter((id) => there.has(id))) };
}
