/** Where a reader is in a list, to be found again: it does not depend on heights. */
export interface ListPlace {
	/** The first row that is seen whole, or the one that fills the window. */
	readonly id: string;
	/** Its top, in CSS pixels from the window's. */
	readonly top: number;
	/** The row that has the focus. */
	readonly focused?: string | undefined;
}

/** A place out of whatever the browser's history holds. */
export function readListPlace(stored: unknown): ListPlace | undefined {
	if (typeof stored !== 'object' || stored === null) return undefined;
	const { id, top, focused } = stored as Record<string, unknown>;
	if (typeof id !== 'string' || typeof top !== 'number') return undefined;
	return { id, top, ...(typeof focused === 'string' && { focused }) };
}
