import { parseArchive } from '../../utils/article/archive-form.ts';
import { copyOf, type ReadCopy } from './copy-of.ts';
import { readArchiveCopy } from './read-source.ts';

/**
 * Reads an archive file from its text.
 * @param address where the copy is, e.g. `file:///…`
 * @returns undefined where the text is no RFI article in the archive form
 */
export async function readTextCopy(source: string, address: string): Promise<ReadCopy | undefined> {
	const copy = parseArchive(source);
	return copy.kind === 'archive' ? await copyOf(readArchiveCopy(copy, address)) : undefined;
}
