import type { Chosen, Found, FoundFile } from './found-file.ts';
import { nameOfAll } from './name-of-all.ts';
import { isFolderPassedOver, isPassedOver } from './passed-over.ts';

/** Deeper than people sort their files; a folder linked into itself goes deeper. */
const DEEPEST = 40;

/**
 * What was dropped; undefined where no file was. To be called while the event is handled: afterwards the browser no
 * longer tells. Folders are walked as they are asked for, one after the other.
 */
export function chooseDropped(transfer: DataTransfer): Chosen | undefined {
	const items = [...transfer.items].filter(({ kind }) => kind === 'file');
	const entries = items.map((item) => item.webkitGetAsEntry?.() ?? item.getAsFile()).filter((entry) => entry !== null);
	const [first] = entries;
	if (first === undefined) return undefined;
	const isSingle = entries.length === 1 && !isFolder(first);
	return {
		name: nameOfAll(first.name, entries.length),
		...(isSingle && { single: toFound(first, '') }),
		walk: () => walkAll(entries, { above: '', depth: 0, isOut: false }),
	};
}

type Entry = FileSystemEntry | File;

/** Where a walk is. */
interface Place {
	/** The path of what lies here, up to its name. */
	readonly above: string;
	readonly depth: number;
	/** Whether all that lies here is passed over, and only counted. */
	readonly isOut: boolean;
}

/** The entries of one folder, files before folders. */
async function* walkAll(entries: readonly Entry[], { above, depth, isOut }: Place): AsyncGenerator<Found> {
	const files = entries.filter((entry) => !isFolder(entry));
	const names = new Set(files.map(({ name }) => name));
	for (const entry of files)
		yield isOut || isPassedOver(entry.name) ? { kind: 'passed-over' } : { kind: 'file', file: toFound(entry, above) };
	for (const folder of entries.filter(isFolder)) {
		const isFolderOut = isOut || isFolderPassedOver(folder.name, (name) => names.has(name));
		yield* walkFolder(folder, { above: `${above}${folder.name}/`, depth: depth + 1, isOut: isFolderOut });
	}
}

async function* walkFolder(folder: FileSystemDirectoryEntry, place: Place): AsyncGenerator<Found> {
	const path = place.above.slice(0, -1);
	if (place.depth > DEEPEST) {
		if (!place.isOut) yield { kind: 'unreadable', path, reason: 'too-deep' };
		return;
	}
	let entries: FileSystemEntry[];
	try {
		entries = await entriesOf(folder);
	} catch {
		if (!place.isOut) yield { kind: 'unreadable', path, reason: 'refused' };
		return;
	}
	yield* walkAll(entries, place);
}

/** All entries: the browser gives a hundred at a time, and none when there are no more. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
	const reader = folder.createReader();
	const all: FileSystemEntry[] = [];
	for (;;) {
		const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
		if (some.length === 0) return all.sort((a, b) => (a.name < b.name ? -1 : 1));
		all.push(...some);
	}
}

function isFolder(entry: Entry): entry is FileSystemDirectoryEntry {
	return 'isDirectory' in entry && entry.isDirectory;
}

function toFound(entry: Entry, above: string): FoundFile {
	const path = `${above}${entry.name}`;
	if (entry instanceof File) return { path, open: async () => entry };
	const { file } = entry as FileSystemFileEntry;
	return { path, open: () => new Promise((resolve, reject) => file.call(entry, resolve, reject)) };
}
