import type { LibraryAddress } from '../../components/library/library-address.ts';
import type { FaultCode } from '../../utils/domain/fault.ts';
import type { LibraryStore } from '../../utils/storage/library-store.ts';

/** What every view of the library is handed. Links to `library.html?…` need nothing of it: the page follows them by itself. */
export interface ViewContext {
	readonly store: LibraryStore;
	readonly address: LibraryAddress;
	/** Leads to another address: a step of the browser's history, unless `replace`. */
	readonly go: (to: Partial<LibraryAddress>, how?: 'push' | 'replace') => void;
	/** Shows that something went wrong, or no longer does. */
	readonly fail: (fault: FaultCode | undefined) => void;
}
