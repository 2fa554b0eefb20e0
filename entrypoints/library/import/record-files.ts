import { type FileReason, outcomeOf } from '../../../utils/domain/import-reason.ts';
import type { CopyToKeep, ImportedFile } from '../../../utils/domain/import-record.ts';
import type { LibraryStore } from '../../../utils/storage/library-store.ts';
import { copyOf } from '../../shared/copy-of.ts';
import type { ReadFile } from './read-found.ts';

/** Keeps the articles in files and writes down what became of each; the lines of the report. Rejects with a Fault. */
export type RecordFiles = (importId: string, files: readonly ReadFile[]) => Promise<readonly ImportedFile[]>;

export function recordFiles(store: LibraryStore, now: () => Date): RecordFiles {
	return async (importId, files) => {
		const copies: Promise<CopyToKeep & Required<Pick<CopyToKeep, 'file'>>>[] = [];
		const others: ImportedFile[] = [];
		for (const { facts, found } of files) {
			const file = { ...facts, importId };
			if (typeof found !== 'string') copies.push(copyOf(found).then((copy) => ({ ...copy, file })));
			else others.push({ ...file, outcome: outcomeOf(found as FileReason), reason: found });
		}
		if (others.length > 0) await store.recordImport(others);
		if (copies.length === 0) return others;
		const toKeep = await Promise.all(copies);
		const kept = await store.keepArticles(toKeep, now().toISOString());
		return [...kept.map(({ id, outcome }, index) => ({ ...toKeep[index]!.file, outcome, articleId: id })), ...others];
	};
}
