import { editionOf, normaliseAddress } from '../../../utils/article/address.ts';
import { decodeText } from '../../../utils/article/decode.ts';
import { editionAt } from '../../../utils/article/editions.ts';
import type { Instant } from '../../../utils/domain/annotation.ts';
import type { LibraryPart } from '../../../utils/domain/library-part.ts';
import type { Settings } from '../../../utils/domain/settings.ts';
import type { KnownAddress, NotUnderstood } from '../../../utils/exchange/import/imported.ts';
import { readImport } from '../../../utils/exchange/import/read-import.ts';
import { isZip, type ZipEntry } from '../../../utils/exchange/import/zip-directory.ts';
import { type Flaw, isPacked, readBackup, sealFlaw } from '../../shared/backup/read-backup.ts';
import { openZip, readZip } from './read-zip.ts';

/** Why a file is not brought in. */
export type ExchangeRefusal = 'empty' | 'too-large' | 'unknown' | 'damaged' | 'newer';

/** Something that a file hands out as it is read. */
export type ExchangePiece =
	| { readonly kind: 'part'; readonly part: LibraryPart }
	| { readonly kind: 'not-understood'; readonly told: readonly NotUnderstood[] }
	| { readonly kind: 'settings'; readonly settings: Settings };

export interface ExchangeFile {
	/** Whether it is a whole library. */
	readonly isWhole: boolean;
	/** What is in it, some at a time, from the beginning each time this is called. Throws a `BrokenFile`. */
	read(): AsyncGenerator<readonly ExchangePiece[], void>;
}

/** A file that turned out to be no use while it was read. */
export class BrokenFile extends Error {
	override readonly name = 'BrokenFile';
	constructor(readonly why: ExchangeRefusal) {
		super(why);
	}
}

/** Bytes. A text is parsed in memory; a backup is not. */
const LARGEST_TEXT = 200_000_000;
const LARGEST_BACKUP = 2_000_000_000;

/** Looks at a file, its size first: a backup, or annotations in one of the forms that are read, or many such files in a zip file. */
export async function openExchangeFile(
	file: Blob,
	at: Instant,
	signal: AbortSignal,
): Promise<ExchangeFile | ExchangeRefusal> {
	if (file.size === 0) return 'empty';
	if (file.size > LARGEST_BACKUP) return 'too-large';
	if (await isPacked(file)) {
		const flaw = await sealFlaw(file, signal);
		return flaw ? refusalOf(flaw) : { isWhole: true, read: () => backupPieces(file) };
	}
	if (isZip(new Uint8Array(await file.slice(0, 4).arrayBuffer()))) {
		const entries = await openZip(file);
		if (entries === undefined) return 'damaged';
		if (entries.some(({ length }) => length > LARGEST_TEXT)) return 'too-large';
		return { isWhole: false, read: () => zipPieces(file, entries, at) };
	}
	if (file.size > LARGEST_TEXT) return 'too-large';
	const { format, parts, notUnderstood } = readImport(await textOf(file), { at, identify });
	if (format === undefined && notUnderstood.length === 0) return 'unknown';
	const pieces: ExchangePiece[] = [
		{ kind: 'not-understood', told: notUnderstood },
		...parts.map((part): ExchangePiece => ({ kind: 'part', part })),
	];
	return {
		isWhole: false,
		async *read() {
			yield pieces;
		},
	};
}

/** A spreadsheet may save a table in the encoding of its system. What is no text is read as UTF-8, so that its reader says what is wrong. */
async function textOf(file: Blob): Promise<string> {
	const decoded = decodeText(new Uint8Array(await file.arrayBuffer()));
	return 'text' in decoded ? decoded.text : await file.text();
}

async function* backupPieces(file: Blob): AsyncGenerator<readonly ExchangePiece[], void> {
	for await (const lines of readBackup(file)) {
		const pieces: ExchangePiece[] = [];
		for (const line of lines) {
			if (line.kind === 'flaw') throw new BrokenFile(refusalOf(line));
			if (line.kind === 'head') {
				if (line.settings) pieces.push({ kind: 'settings', settings: line.settings });
				continue;
			}
			if (line.notUnderstood.length > 0) pieces.push({ kind: 'not-understood', told: line.notUnderstood });
			if (line.kind === 'part') pieces.push({ kind: 'part', part: line.part });
		}
		yield pieces;
	}
}

/** A file among them that is none of ours is told, unless all of them are. */
async function* zipPieces(
	file: Blob,
	entries: readonly ZipEntry[],
	at: Instant,
): AsyncGenerator<readonly ExchangePiece[], void> {
	const texts = readZip(file, entries);
	let isKnown = false;
	for (;;) {
		const next = await texts.next().catch(() => undefined);
		if (next === undefined) throw new BrokenFile('damaged');
		if (next.done) break;
		const { name, text } = next.value;
		const read = text === undefined ? undefined : readImport(text, { at, identify });
		isKnown ||= read?.format !== undefined;
		const told: readonly NotUnderstood[] =
			read?.format === undefined && !read?.notUnderstood.length ? [{ why: 'wrong-form' }] : read.notUnderstood;
		yield [
			{ kind: 'not-understood', told: told.map((one) => ({ ...one, path: [name, one.path ?? ''].join(' ').trim() })) },
			...(read?.parts ?? []).map((part): ExchangePiece => ({ kind: 'part', part })),
		];
	}
	if (!isKnown) throw new BrokenFile('unknown');
}

function refusalOf({ flaw }: Flaw): ExchangeRefusal {
	return flaw === 'newer-version' ? 'newer' : flaw === 'not-backup' ? 'unknown' : 'damaged';
}

function identify(address: string): KnownAddress | undefined {
	const url = /^(?:https?|file):/i.test(address) ? normaliseAddress(address) : undefined;
	if (url === undefined) return undefined;
	const edition = editionAt(editionOf(url));
	return { url, ...(edition && { edition: edition.path, lang: edition.lang, dir: edition.dir }) };
}
