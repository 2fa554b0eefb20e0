import type { LibraryStore } from '../../../utils/storage/library-store.ts';
import type { ImportLedger } from './import-session.ts';
import type { RecordFiles } from './record-files.ts';

/** The store as imports are written down in it. */
export function storeLedger(store: LibraryStore, record: RecordFiles, now: () => Date): ImportLedger {
	const at = (): string => now().toISOString();
	return {
		async start(id, name) {
			await store.startImport(id, at());
			await store.noteImport(id, { name });
		},
		record,
		async note(id, { found, isCounted, passedOver }, isFinished) {
			await store.noteImport(id, {
				passedOver,
				...(isCounted && { total: found }),
				...(isFinished && { ended: at() }),
			});
		},
		list: () => store.listImports(),
		files: (id) => store.listImportedFiles(id),
		forget: (id) => store.forgetImport(id),
	};
}
