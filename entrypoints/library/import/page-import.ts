import type { ImportState } from '../../../utils/domain/import-progress.ts';
import type { LibraryStore } from '../../../utils/storage/library-store.ts';
import { yieldTask } from '../../shared/breather.ts';
import { loadOwn } from '../../shared/own-page.ts';
import { createImportClient } from './import-client.ts';
import { createImportSession, type ImportSession } from './import-session.ts';
import { storeLedger } from './store-ledger.ts';

/** The imports of this page, and who is told of them. */
export interface PageImport {
	readonly session: ImportSession;
	/** @returns ends the watching */
	watch(told: (state: ImportState) => void): () => void;
}

let made: PageImport | undefined;

/** One for the page, whatever view is shown. While an import runs the browser asks before the page is left. */
export function pageImport(store: LibraryStore): PageImport {
	made ??= createPageImport(store);
	return made;
}

function createPageImport(store: LibraryStore): PageImport {
	const watchers = new Set<(state: ImportState) => void>();
	const client = createImportClient();
	const session = createImportSession({
		ledger: storeLedger(store, client.record, () => new Date()),
		openerOf(known) {
			client.begin(known);
			return client.open;
		},
		loadReader: () => loadOwn('readSource'),
		withLock: async (name, work) =>
			await navigator.locks.request(name, { ifAvailable: true }, async (lock) =>
				lock === null ? undefined : await work(),
			),
		isLocked: async (wanted) => (await navigator.locks.query()).held?.some(({ name }) => name === wanted) === true,
		newId: () => crypto.randomUUID(),
		now: () => performance.now(),
		yieldTask,
		changed(state) {
			if (state.running === undefined) {
				client.close();
				window.removeEventListener('beforeunload', askToStay);
			} else window.addEventListener('beforeunload', askToStay);
			for (const told of watchers) told(state);
		},
	});
	return {
		session,
		watch(told) {
			watchers.add(told);
			return () => watchers.delete(told);
		},
	};
}

function askToStay(event: BeforeUnloadEvent): void {
	event.preventDefault();
}
