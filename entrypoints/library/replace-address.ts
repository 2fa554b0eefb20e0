/**
 * Browsers let a page replace its address some 20 times a second: beyond 200 times in 10 seconds Firefox throws, and Chromium
 * does nothing. A key that is held down in the searchbox is faster.
 */
const EVERY_MS = 100;

/** Replaces the address of the page, at once or a moment later. */
export interface AddressReplacer {
	replace(url: string): void;
	/** What waits is done now: the address is about to be another. */
	flush(): void;
	/** What waits is no longer wanted. */
	drop(): void;
}

export function createAddressReplacer(set: (url: string) => void): AddressReplacer {
	let waiting: string | undefined;
	let timer: ReturnType<typeof setTimeout> | undefined;

	function done(): void {
		timer = undefined;
		if (waiting !== undefined) now(waiting);
	}
	function now(url: string): void {
		waiting = undefined;
		set(url);
		timer = setTimeout(done, EVERY_MS);
	}

	return {
		replace(url) {
			if (timer === undefined) now(url);
			else waiting = url;
		},
		flush() {
			if (waiting !== undefined) set(waiting);
			waiting = undefined;
		},
		drop() {
			waiting = undefined;
		},
	};
}
