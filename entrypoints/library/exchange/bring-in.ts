import type { Instant } from '../../../utils/domain/annotation.ts';
import type { LibraryPart } from '../../../utils/domain/library-part.ts';
import { changesAnything, type PartOutcome } from '../../../utils/domain/part-outcome.ts';
import type { Settings } from '../../../utils/domain/settings.ts';
import type { NotUnderstood } from '../../../utils/exchange/import/imported.ts';
import type { ExchangeStore } from '../../../utils/storage/exchange-store.ts';
import type { ExchangeFile } from './open-exchange-file.ts';

/** What bringing a file in would do. */
export interface ExchangePlan {
	/** Of the articles that would change. */
	readonly outcomes: readonly PartOutcome[];
	/** Annotations that are there just so, over all articles. */
	readonly same: number;
	/** Articles that the file tells of, whether they would change or not. */
	readonly articles: number;
	readonly notUnderstood: readonly NotUnderstood[];
	/** The settings that the file holds. */
	readonly settings?: Settings;
}

export interface ExchangeProgress {
	readonly signal: AbortSignal;
	/** Told how many articles are done. */
	readonly progress: (articles: number) => void;
}

/** More than so many are counted, but not kept to be shown. */
const MOST_TOLD = 10_000;

/** Reads a file through and compares it with the library; writes nothing. */
export async function planExchange(
	store: ExchangeStore,
	file: ExchangeFile,
	at: Instant,
	{ signal, progress }: ExchangeProgress,
): Promise<ExchangePlan> {
	const outcomes: PartOutcome[] = [];
	const notUnderstood: NotUnderstood[] = [];
	let [same, done] = [0, 0];
	let settings: Settings | undefined;
	for await (const pieces of file.read()) {
		signal.throwIfAborted();
		const parts: LibraryPart[] = [];
		for (const piece of pieces) {
			if (piece.kind === 'part') parts.push(piece.part);
			else if (piece.kind === 'settings') settings = piece.settings;
			else if (notUnderstood.length < MOST_TOLD) notUnderstood.push(...piece.told);
		}
		for (const outcome of await store.planImport(parts, { at, isWhole: file.isWhole })) {
			same += outcome.same;
			if (changesAnything(outcome)) outcomes.push(outcome);
		}
		done += parts.length;
		progress(done);
	}
	return { outcomes, same, articles: done, notUnderstood, ...(settings && { settings }) };
}

/** Articles handed on at a time: a backup is read a few at a time, and few requests are written faster than many. */
const AT_ONCE = 50;

/** Brings a file in, in one transaction: where it is broken off, nothing was written. Answers the batch of the act that can be undone. */
export async function writeExchange(
	store: ExchangeStore,
	file: ExchangeFile,
	at: Instant,
	{ signal, progress }: ExchangeProgress,
): Promise<string | undefined> {
	const pieces = file.read();
	let failure: { readonly error: unknown } | undefined;
	const next = async (): Promise<LibraryPart[] | undefined> => {
		const parts: LibraryPart[] = [];
		while (parts.length < AT_ONCE) {
			signal.throwIfAborted();
			const read = await pieces.next().catch((error: unknown) => {
				failure = { error };
				throw error;
			});
			if (read.done) return parts.length > 0 ? parts : undefined;
			for (const piece of read.value) if (piece.kind === 'part') parts.push(piece.part);
		}
		return parts;
	};
	try {
		return await store.importParts(next, { at, isWhole: file.isWhole, progress });
	} catch (error) {
		// The store knows only that it was to write no more.
		throw failure ? failure.error : error;
	} finally {
		await pieces.return();
	}
}
