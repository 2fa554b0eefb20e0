/** What the element of a row bears, so that the list can be read, walked through and measured. */
export interface RowAttributes {
	readonly ref: (element: HTMLElement | null) => void;
	readonly 'data-row': string;
	readonly tabIndex: 0 | -1;
	readonly 'aria-posinset': number;
	readonly 'aria-setsize': number;
	readonly 'aria-current'?: 'true';
	readonly style?: string;
}
