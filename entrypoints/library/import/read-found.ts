import { type FileReason, LARGEST_FILE_BYTES } from '../../../utils/domain/import-reason.ts';
import type { ImportFile } from '../../../utils/domain/import-record.ts';
import { fileAddress } from '../../shared/file-address.ts';
import type { ReadArticle, readSource } from '../../shared/read-source.ts';
import { type SavedSource, savedSource } from '../../shared/saved-source.ts';
import { isPackedPage } from './passed-over.ts';

/** A file as the report names it. */
export type FileFacts = Omit<ImportFile, 'importId'>;

/** A file that is to be opened. */
export interface FileToOpen {
	readonly path: string;
	readonly file: File;
	/** Whether it is this file's turn: large ones are not opened ahead. */
	readonly isTurn: boolean;
}

/** A file that was opened: what it holds, `large` where that is to be fetched in its turn, or why there is nothing in it. */
export interface OpenedFile {
	readonly facts: FileFacts;
	readonly content: SavedSource | 'large' | FileReason;
}

/** A file that was read: an article, or why there is none in it. */
export interface ReadFile {
	readonly facts: FileFacts;
	readonly found: ReadArticle | FileReason;
}

/** Many files are opened ahead of their turn; what they hold must not fill the memory. */
const LARGEST_AHEAD_BYTES = 256 * 1024;

/** A file of the same path, size and time is the same file. */
export function fileKey({ path, size, modified }: FileFacts): string {
	return `${size} ${modified} ${path}`;
}

/**
 * Opens a file. What cannot hold an article by its size or name is not read.
 * @param known keys of files that an earlier visit recorded
 * @returns undefined where it is known
 */
export async function openFile(
	{ path, file, isTurn }: FileToOpen,
	known: ReadonlySet<string>,
): Promise<OpenedFile | undefined> {
	let facts: FileFacts = { path, size: 0, modified: 0 };
	try {
		facts = { path, size: file.size, modified: file.lastModified };
		if (known.has(fileKey(facts))) return undefined;
		if (facts.size === 0) return { facts, content: 'empty' };
		if (isPackedPage(path)) return { facts, content: 'mhtml' };
		if (facts.size > LARGEST_FILE_BYTES) return { facts, content: 'too-large' };
		if (facts.size > LARGEST_AHEAD_BYTES && !isTurn) return { facts, content: 'large' };
		const bytes = new Uint8Array(await file.arrayBuffer());
		return { facts, content: sourceIn(bytes) };
	} catch {
		return { facts, content: 'refused' };
	}
}

function sourceIn(bytes: Uint8Array): SavedSource | FileReason {
	try {
		return savedSource(bytes);
	} catch {
		return 'unparsable';
	}
}

/** Reads the article in a file that was opened. What a parser chokes on is no reason to stop. */
export function readOpened({ facts, content }: OpenedFile, read: typeof readSource): ReadFile {
	if (content === 'large') return { facts, found: 'refused' };
	if (typeof content === 'string') return { facts, found: content };
	try {
		return { facts, found: read(content, fileAddress(facts.path)) };
	} catch {
		return { facts, found: 'unparsable' };
	}
}
