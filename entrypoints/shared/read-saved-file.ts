import { decodeArticleFile, type UnreadableFile } from '../../utils/article/decode.ts';
import { extractArticle } from '../../utils/article/extract.ts';
import { fingerprint, identityKeys } from '../../utils/article/identity.ts';
import { hasTraceOfRfi, notArticleReason } from '../../utils/article/not-article-reason.ts';
import { recognise } from '../../utils/article/recognise.ts';
import type { ArticleCandidate, VersionCandidate } from '../../utils/domain/article.ts';
import type { NotArticleReason } from '../../utils/domain/import-reason.ts';
import { readTextCopy } from './read-text-copy.ts';

export interface ReadCopy {
	readonly article: ArticleCandidate;
	readonly version: VersionCandidate;
}

/** Why a file is no article that can be kept. */
export type FileRefusal = UnreadableFile | NotArticleReason;

/**
 * Reads a saved article from the bytes of a file: in the archive form, or a complete saved page.
 * @param path its name, or its place in the folder that was chosen, `/` between folders
 */
export async function readSavedFile(path: string, bytes: Uint8Array): Promise<ReadCopy | FileRefusal> {
	const decoded = decodeArticleFile(bytes);
	if ('error' in decoded) return decoded.error;
	if (!hasTraceOfRfi(decoded.text)) return 'not-saved';
	// A name may hold half a character, which no address can.
	const address = `file:///${path.toWellFormed().split('/').map(encodeURIComponent).join('/')}`;
	const textCopy = await readTextCopy(decoded.text, address);
	if (textCopy !== undefined) return textCopy;
	const document = new DOMParser().parseFromString(decoded.text, 'text/html');
	const recognition = recognise(document, address);
	if (recognition.kind === 'not-article') return notArticleReason(recognition.reason);
	const { html, text, ...facts } = extractArticle(document, address, recognition);
	const captured = facts.captured ?? new Date().toISOString();
	return {
		article: { facts, keys: await identityKeys(facts, text), address },
		version: { fingerprint: await fingerprint(text), captured, address, text, html },
	};
}
