import { type ArchiveCopy, parseArchive } from '../../utils/article/archive-form.ts';
import { decodeArticleFile, type UnreadableFile } from '../../utils/article/decode.ts';
import { hasTraceOfRfi } from '../../utils/article/not-article-reason.ts';
import type { NotArticleReason } from '../../utils/domain/import-reason.ts';

/** What a file holds that may be an article, before anything of it was parsed as HTML. */
export type SavedSource = ArchiveCopy | { readonly kind: 'page'; readonly text: string };

/** Why a file is no article that can be kept. */
export type FileRefusal = UnreadableFile | NotArticleReason;

/** Reads the bytes of a file as far as that needs no document, so that a worker can do it. */
export function savedSource(bytes: Uint8Array): SavedSource | FileRefusal {
	const decoded = decodeArticleFile(bytes);
	if ('error' in decoded) return decoded.error;
	if (!hasTraceOfRfi(decoded.text)) return 'not-saved';
	const copy = parseArchive(decoded.text);
	return copy.kind === 'archive' ? copy : { kind: 'page', text: decoded.text };
}
