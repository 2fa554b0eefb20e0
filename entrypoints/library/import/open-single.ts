import type { FileReason } from '../../../utils/domain/import-reason.ts';
import type { LibraryStore } from '../../../utils/storage/library-store.ts';
import { loadOwn } from '../../shared/own-page.ts';
import type { FoundFile } from './found-file.ts';
import { openFound, readOpened } from './read-found.ts';

/** Keeps the article in one file, which is to be read at once; no import is written down. Rejects with a Fault. */
export async function openSingle(
	store: LibraryStore,
	file: FoundFile,
): Promise<{ readonly articleId: string } | { readonly reason: FileReason }> {
	const opened = await openFound(file, () => false);
	if (opened === undefined) return { reason: 'refused' };
	const { found } = await readOpened(opened, await loadOwn('readSavedFile'));
	if (typeof found === 'string') return { reason: found };
	const { id } = await store.keepArticle(found.article, found.version, new Date().toISOString());
	return { articleId: id };
}
