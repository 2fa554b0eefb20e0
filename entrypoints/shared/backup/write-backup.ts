import type { LibraryPart } from '../../../utils/domain/library-part.ts';
import {
	addToCounts,
	type BackupHead,
	endLine,
	headLine,
	noCounts,
	type PartCounts,
	partLine,
} from '../../../utils/exchange/backup/backup-file.ts';
import type { Packing } from './pack-lines.ts';

/** Code units handed to the packer at once: few enough to go unnoticed between two frames. */
const PORTION = 200_000;

export interface Progress {
	/** After every portion, with how many articles are written. */
	readonly progress?: ((articles: number) => void) | undefined;
	readonly signal?: AbortSignal | undefined;
}

/**
 * Writes a library as the lines of a backup and has them packed as it is read: however large it is, only a portion of it is in
 * memory. Rejects where anything fails or the signal says so.
 */
export async function writeBackup(
	head: BackupHead,
	parts: AsyncIterable<readonly LibraryPart[]>,
	pack: Packing,
	{ progress, signal }: Progress = {},
): Promise<PartCounts> {
	const counts = noCounts();
	const lines = linesOf(head, parts, counts, { progress, signal });
	let failure: { readonly error: unknown } | undefined;
	const source = new ReadableStream<string>({
		async pull(controller) {
			try {
				const next = await lines.next();
				if (next.done) controller.close();
				else controller.enqueue(next.value);
			} catch (error) {
				failure = { error };
				throw error;
			}
		},
	});
	try {
		await pack(source, signal);
	} catch (error) {
		// Who packs may be told no more than that something failed.
		throw failure ? failure.error : error;
	} finally {
		void lines.return(undefined);
	}
	return counts;
}

async function* linesOf(
	head: BackupHead,
	parts: AsyncIterable<readonly LibraryPart[]>,
	counts: PartCounts,
	{ progress, signal }: Progress,
): AsyncGenerator<string, void> {
	let portion = headLine(head);
	for await (const batch of parts) {
		// Not every browser lets a packer that is broken off tell the one who feeds it.
		signal?.throwIfAborted();
		for (const part of batch) {
			addToCounts(counts, part);
			portion += partLine(part);
			if (portion.length < PORTION) continue;
			yield portion;
			portion = '';
			progress?.(counts.articles);
		}
	}
	yield portion + endLine(counts);
}
