import type { ListName, ListOrder } from '../../components/library/library-address.ts';

/** As many ids as the first screen holds, and more. */
export const FIRST_IDS = 16;
/** What a list draws first. */
export const FIRST_ROWS = 12;

/** How a list begins. It is read while the page is still being prepared, and drawn with the first drawing. */
export interface FirstScreen<Row = unknown> {
	readonly list: ListName;
	readonly order: ListOrder;
	/** The first ids; all of them where `isWhole`. */
	readonly ids: readonly string[];
	readonly isWhole: boolean;
	readonly rows: readonly (readonly [id: string, row: Row])[];
}
