import { type FileReason, outcomeOf } from '../../../utils/domain/import-reason.ts';
import type { CopyToKeep, ImportedFile } from '../../../utils/domain/import-record.ts';
import type { LibraryStore } from '../../../utils/storage/library-store.ts';
import type { ImportLedger } from './import-session.ts';

/** The store as imports are written down in it. */
export function storeLedger(store: LibraryStore, now: () => Date, newId: () => string): ImportLedger {
	const at = (): string => now().toISOString();
	return {
		async start(name, resumed) {
			const id = resumed ?? newId();
			await store.startImport(id, at());
			await store.noteImport(id, { name });
			return id;
		},
		async record(importId, files) {
			const copies: (CopyToKeep & Required<Pick<CopyToKeep, 'file'>>)[] = [];
			const others: ImportedFile[] = [];
			for (const { facts, found } of files) {
				if (typeof found !== 'string') copies.push({ ...found, file: { ...facts, importId } });
				else others.push({ ...facts, importId, outcome: outcomeOf(found as FileReason), reason: found });
			}
			if (others.length > 0) await store.recordImport(others);
			if (copies.length === 0) return others;
			const kept = await store.keepArticles(copies, at());
			const added = kept.map(({ id, outcome }, index) => ({ ...copies[index]!.file, outcome, articleId: id }));
			return [...added, ...others];
		},
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
