import type { FileReason } from '../../../utils/domain/import-reason.ts';
import type { LibraryStore } from '../../../utils/storage/library-store.ts';
import { copyOf } from '../../shared/copy-of.ts';
import { loadOwn } from '../../shared/own-page.ts';
import type { FoundFile } from './found-file.ts';
import { openFile, readOpened } from './read-found.ts';

/** Keeps the article in one file, which is to be read at once; no import is written down. Rejects with a Fault. */
export async function openSingle(
	store: LibraryStore,
	file: FoundFile,
): Promise<{ readonly articleId: string } | { readonly reason: FileReason }> {
	const chosen = await file.open().catch(() => undefined);
	const opened = chosen && (await openFile({ path: file.path, file: chosen, isTurn: true }));
	if (opened === undefined) return { reason: 'refused' };
	const { found } = readOpened(opened, await loadOwn('readSource'));
	if (typeof found === 'string') return { reason: found };
	const { article, version } = await copyOf(found);
	const { id } = await store.keepArticle(article, version, new Date().toISOString());
	return { articleId: id };
}
