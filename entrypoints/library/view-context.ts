import type { LibraryAddress } from '../../components/library/library-address.ts';
import type { ListPlace } from '../../components/list/list-place.ts';
import type { FaultCode } from '../../utils/domain/fault.ts';
import type { LibraryStore } from '../../utils/storage/library-store.ts';
import type { IndexClient } from '../library-index/index-client.ts';
import type { FirstScreen } from './first-screen.ts';
import type { LibraryActs } from './use-library-acts.ts';

/** What every view of the library is handed. Links to `library.html?…` need nothing of it: the page follows them by itself. */
export interface ViewContext {
	readonly store: LibraryStore;
	/** What is found and counted; it is begun to be made, and kept, once something is asked of it. */
	readonly index: IndexClient;
	readonly address: LibraryAddress;
	/** What was read ahead for the view that the page was opened with. */
	readonly first: FirstScreen | undefined;
	/** Leads to another address: a step of the browser's history, unless `replace`. */
	readonly go: (to: Partial<LibraryAddress>, how?: 'push' | 'replace') => void;
	/** Shows that something went wrong, or no longer does. */
	readonly fail: (fault: FaultCode | undefined) => void;
	/** Does what changes the library, and tells of it. */
	readonly acts: LibraryActs;
	/** Where the reader was in the list when he left this address; undefined where he has not been here. */
	readonly place: ListPlace | undefined;
	readonly keepPlace: (place: ListPlace) => void;
}
