import { type FileReason, LARGEST_FILE_BYTES, type UnreadableReason } from '../../../utils/domain/import-reason.ts';
import type { ImportFile } from '../../../utils/domain/import-record.ts';
import type { FileRefusal, ReadCopy } from '../../shared/read-saved-file.ts';
import type { FoundFile } from './found-file.ts';
import { isPackedPage } from './passed-over.ts';

/** A file as the report names it. */
export type FileFacts = Omit<ImportFile, 'importId'>;

/** A file that was opened: its bytes, itself where it is so large that they are fetched in its turn, or why there are none. */
export interface OpenedFile {
	readonly facts: FileFacts;
	readonly content: Uint8Array | File | UnreadableReason;
}

/** A file that was read: an article, or why there is none in it. */
export interface ReadFile {
	readonly facts: FileFacts;
	readonly found: ReadCopy | FileReason;
}

export type ReadSavedFile = (path: string, bytes: Uint8Array) => Promise<ReadCopy | FileRefusal>;

/** Several files are opened ahead of their turn; their bytes must not fill the memory. */
const LARGEST_AHEAD_BYTES = 1024 * 1024;

/**
 * Opens a file. What cannot hold an article by its size or name is not read.
 * @param isKnown whether an earlier visit recorded this very file
 * @returns undefined where it is known
 */
export async function openFound(
	{ path, open }: FoundFile,
	isKnown: (facts: FileFacts) => boolean,
): Promise<OpenedFile | undefined> {
	let facts: FileFacts = { path, size: 0, modified: 0 };
	try {
		const file = await open();
		facts = { path, size: file.size, modified: file.lastModified };
		if (isKnown(facts)) return undefined;
		if (file.size === 0) return { facts, content: 'empty' };
		if (isPackedPage(path)) return { facts, content: 'mhtml' };
		if (file.size > LARGEST_FILE_BYTES) return { facts, content: 'too-large' };
		if (file.size > LARGEST_AHEAD_BYTES) return { facts, content: file };
		return { facts, content: await bytesOf(file) };
	} catch {
		return { facts, content: 'refused' };
	}
}

/** Reads the article in a file that was opened. What a parser chokes on is no reason to stop. */
export async function readOpened({ facts, content }: OpenedFile, readSavedFile: ReadSavedFile): Promise<ReadFile> {
	if (typeof content === 'string') return { facts, found: content };
	let bytes: Uint8Array;
	try {
		bytes = content instanceof Uint8Array ? content : await bytesOf(content);
	} catch {
		return { facts, found: 'refused' };
	}
	try {
		return { facts, found: await readSavedFile(facts.path, bytes) };
	} catch {
		return { facts, found: 'unparsable' };
	}
}

async function bytesOf(file: File): Promise<Uint8Array> {
	return new Uint8Array(await file.arrayBuffer());
}
