import { readPlainArchive } from '../../../utils/article/plain-archive.ts';
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

/**
 * A file that was opened: what it holds, or the article itself where that needed no document; `large` where it is to be fetched in
 * its turn, or why there is nothing in it.
 */
export interface OpenedFile {
	readonly facts: FileFacts;
	readonly content: SavedSource | PlainlyRead | 'large' | FileReason;
}

interface PlainlyRead {
	readonly kind: 'read';
	readonly article: ReadArticle;
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

/** Opens one file; see `openFiles`. */
export async function openFile(file: FileToOpen): Promise<OpenedFile> {
	const [opened] = await openFiles([file], new Set());
	return opened!;
}

/**
 * Opens files. What cannot hold an article by its size or name is not read.
 * @param known keys of files that an earlier visit recorded
 * @returns undefined for one that is known
 */
export async function openFiles(
	files: readonly FileToOpen[],
	known: ReadonlySet<string>,
): Promise<(OpenedFile | undefined)[]> {
	const opened = files.map((file) => openByFacts(file, known));
	const toRead = files.flatMap(({ file }, index) => (opened[index] === 'to-read' ? [file] : []));
	const contents = (await bytesOf(toRead)).values();
	return opened.map((one, index) => {
		if (one !== 'to-read') return one;
		const { path, file } = files[index]!;
		const bytes: Uint8Array | undefined = contents.next().value;
		return { facts: factsOf(path, file), content: bytes ? sourceIn(bytes, path) : 'refused' };
	});
}

function factsOf(path: string, { size, lastModified }: File): FileFacts {
	return { path, size, modified: lastModified };
}

/** What can be told of a file that is not read. */
function openByFacts(
	{ path, file, isTurn }: FileToOpen,
	known: ReadonlySet<string>,
): OpenedFile | 'to-read' | undefined {
	try {
		const facts = factsOf(path, file);
		if (known.has(fileKey(facts))) return undefined;
		if (facts.size === 0) return { facts, content: 'empty' };
		if (isPackedPage(path)) return { facts, content: 'mhtml' };
		if (facts.size > LARGEST_FILE_BYTES) return { facts, content: 'too-large' };
		if (facts.size > LARGEST_AHEAD_BYTES && !isTurn) return { facts, content: 'large' };
		return 'to-read';
	} catch {
		return { facts: { path, size: 0, modified: 0 }, content: 'refused' };
	}
}

/** What files hold, read in one go, which takes half as long; each by itself where one among them cannot be read. */
async function bytesOf(files: readonly File[]): Promise<(Uint8Array | undefined)[]> {
	if (files.length > 1) {
		try {
			const all = await new Blob([...files]).arrayBuffer();
			if (all.byteLength === files.reduce((sum, { size }) => sum + size, 0)) {
				let end = 0;
				return files.map(({ size }) => {
					end += size;
					return new Uint8Array(all, end - size, size);
				});
			}
		} catch {
			// Which one it is shows below.
		}
	}
	return await Promise.all(
		files.map(async (file) => {
			try {
				return new Uint8Array(await file.arrayBuffer());
			} catch {
				return undefined;
			}
		}),
	);
}

function sourceIn(bytes: Uint8Array, path: string): SavedSource | PlainlyRead | FileReason {
	try {
		const source = savedSource(bytes);
		const extracted = typeof source !== 'string' && source.kind === 'archive' ? readPlainArchive(source) : undefined;
		return extracted ? { kind: 'read', article: { address: fileAddress(path), extracted } } : source;
	} catch {
		return 'unparsable';
	}
}

/** Reads the article in a file that was opened. What a parser chokes on is no reason to stop. */
export function readOpened({ facts, content }: OpenedFile, read: typeof readSource): ReadFile {
	if (content === 'large') return { facts, found: 'refused' };
	if (typeof content === 'string') return { facts, found: content };
	if (content.kind === 'read') return { facts, found: content.article };
	try {
		return { facts, found: read(content, fileAddress(facts.path)) };
	} catch {
		return { facts, found: 'unparsable' };
	}
}
