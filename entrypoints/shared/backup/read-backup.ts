import { createSha256 } from '../../../utils/domain/sha256.ts';
import {
	type BackupFlaw,
	type BackupHead,
	type BackupLine,
	createBackupReader,
} from '../../../utils/exchange/backup/backup-file.ts';
import { isSeal, isSealOf, SEAL_LENGTH } from '../../../utils/exchange/backup/seal.ts';
import { unpacked } from './unpacked.ts';

/** A backup that cannot be used, and where that was seen. */
export interface Flaw {
	readonly kind: 'flaw';
	readonly flaw: BackupFlaw | 'cut-off' | 'swollen';
	/** From 1, of the unpacked file. */
	readonly line?: number;
}

/** What a line that says something is, once the file itself is known to be sound. */
export type BackupPart = Extract<BackupLine, { readonly kind: 'part' | 'nothing' }>;

/** Whether a file begins like one that gzip packed. */
export async function isPacked(file: Blob): Promise<boolean> {
	const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
	return first === 0x1f && second === 0x8b;
}

/** Whether a file is what its seal says, bit for bit; undefined where it is. */
export async function sealFlaw(file: Blob, signal?: AbortSignal): Promise<Flaw | undefined> {
	const seal = new Uint8Array(await file.slice(-SEAL_LENGTH).arrayBuffer());
	if (!isSeal(seal)) return { kind: 'flaw', flaw: 'cut-off' };
	const sha256 = createSha256();
	await body(file)
		.stream()
		.pipeTo(new WritableStream({ write: (bytes) => sha256.update(bytes) }), {
			...(signal && { signal }),
		});
	return isSealOf(seal, sha256.digest()) ? undefined : { kind: 'flaw', flaw: 'damaged' };
}

function body(file: Blob): Blob {
	return file.slice(0, -SEAL_LENGTH);
}

/** Unpacked, a library is some four times as large: what swells much more was made to fill the memory. */
const MOST_SWELLING = 200;
const ALWAYS_ALLOWED = 64_000_000;
/** Code units in the line of one article. */
const LONGEST_LINE = 200_000_000;

/**
 * The lines of a backup, some at a time as they are unpacked: the head first, a flaw last where there is one.
 * Only a few portions of the file are in memory.
 */
export async function* readBackup(file: Blob): AsyncGenerator<(BackupPart | Flaw | ({ kind: 'head' } & BackupHead))[]> {
	const most = Math.max(ALWAYS_ALLOWED, file.size * MOST_SWELLING);
	const reader = createBackupReader();
	const portions = unpacked(body(file));
	const decoder = new TextDecoder('utf-8', { fatal: true });
	const pieces: string[] = [];
	let [total, pending] = [0, 0];
	try {
		for (;;) {
			const next = await portions.next().catch(() => undefined);
			const text = next && decode(decoder, next.value ?? undefined);
			if (next === undefined || text === undefined) return yield [{ kind: 'flaw', flaw: 'damaged' }];
			total += next.value?.length ?? 0;
			pending += text.length;
			if (total > most || pending > LONGEST_LINE) return yield [{ kind: 'flaw', flaw: 'swollen' }];
			pieces.push(text);
			if (text.includes('\n')) {
				const lines = pieces.splice(0).join('').split('\n');
				const rest = lines.pop()!;
				pieces.push(rest);
				pending = rest.length;
				const read = lines.map((line) => reader.line(line));
				const flaw = read.findIndex(({ kind }) => kind === 'flaw');
				const said = read.slice(0, flaw === -1 ? undefined : flaw + 1).filter((line) => line.kind !== 'end');
				if (said.length > 0) yield said;
				if (flaw !== -1) return;
			}
			if (!next.done) continue;
			if (!reader.isWhole() || pending > 0) yield [{ kind: 'flaw', flaw: 'damaged' }];
			return;
		}
	} finally {
		await portions.return(undefined);
	}
}

function decode(decoder: TextDecoder, bytes: Uint8Array | undefined): string | undefined {
	try {
		return decoder.decode(bytes, { stream: bytes !== undefined });
	} catch {
		return undefined;
	}
}
