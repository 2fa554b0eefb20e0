import { decodeArticleFile, type UnreadableFile } from '../../utils/article/decode.ts';
import { extractArticle } from '../../utils/article/extract.ts';
import { fingerprint, identityKeys } from '../../utils/article/identity.ts';
import { recognise } from '../../utils/article/recognise.ts';
import type { ArticleCandidate, VersionCandidate } from '../../utils/domain/article.ts';
import { readTextCopy } from './read-text-copy.ts';

export interface ReadCopy {
	readonly article: ArticleCandidate;
	readonly version: VersionCandidate;
}

/** Why a file is no article: `unknown` where it is text, but not an RFI article. */
export type FileRefusal = UnreadableFile | 'unknown';

/** Reads a saved article from the bytes of a file: in the archive form, or a complete saved page. */
export async function readSavedFile(name: string, bytes: Uint8Array): Promise<ReadCopy | FileRefusal> {
	const decoded = decodeArticleFile(bytes);
	if ('error' in decoded) return decoded.error;
	const address = `file:///${encodeURIComponent(name)}`;
	const textCopy = await readTextCopy(decoded.text, address);
	if (textCopy !== undefined) return textCopy;
	const document = new DOMParser().parseFromString(decoded.text, 'text/html');
	const recognition = recognise(document, address);
	if (recognition.kind === 'not-article') return 'unknown';
	const { html, text, ...facts } = extractArticle(document, address, recognition);
	const captured = facts.captured ?? new Date().toISOString();
	return {
		article: { facts, keys: await identityKeys(facts, text), address },
		version: { fingerprint: await fingerprint(text), captured, address, text, html },
	};
}
