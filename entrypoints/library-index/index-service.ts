import type { SearchKind } from '../../utils/domain/search.ts';
import { checksum } from '../../utils/search/checksum.ts';
import { IndexDamage } from '../../utils/storage/checked-table.ts';
import type { IndexReader } from '../../utils/storage/index-reader.ts';
import { type IndexStore, type IndexStoreOptions, openIndexStore } from '../../utils/storage/index-store.ts';
import { createAnswers } from './answer-questions.ts';
import type { Asked, IndexMessage, QuestionMessage } from './protocol.ts';
import { createIndexWriter } from './write-index.ts';

/** Of what is written into it: an index of another number is made anew. Another folding, or other filters, are another format. */
const FORMAT = 3;

/** Between two times the page is told that the index has changed, in milliseconds. */
const TELL_EVERY_MS = 300;

/** Of an index whose state cannot even be read. */
const UNKNOWN_GENERATION = -1;

export interface IndexService {
	ask(message: QuestionMessage): Promise<void>;
	/** Resolves when all that has changed until now is in the index. */
	catchUp(): Promise<void>;
	close(): void;
}

/** One tab at a time writes the index, in whatever worker. */
type Lock = (work: () => Promise<void>) => Promise<void>;
const browserLock: Lock = async (work) => {
	await navigator.locks.request('en-marge-index', work);
};

/** Answers what is asked of the index, and keeps it as what is stored is. */
export function createIndexService(
	source: IndexReader,
	tell: (message: IndexMessage) => void,
	options: Partial<IndexStoreOptions> & { readonly lock?: Lock } = {},
): IndexService {
	const store: IndexStore = openIndexStore({ format: FORMAT, checksum, ...options });
	const lock = options.lock ?? browserLock;
	const answers = createAnswers(source, store);
	const writer = createIndexWriter(source, store, tellSoon);
	let running: Promise<void> | undefined;
	let isWanted = false;
	/** The newest question of each kind. */
	const lastSearches = new Map<SearchKind, number>();
	let timer: ReturnType<typeof setTimeout> | undefined;

	function tellSoon(): void {
		timer ??= setTimeout(async () => {
			timer = undefined;
			try {
				tell({ changed: await answers.state({}) });
			} catch {
				// The index is just being made anew: it is told of once there is one.
			}
		}, TELL_EVERY_MS);
	}

	async function catchUp(): Promise<void> {
		isWanted = true;
		running ??= run().finally(() => {
			running = undefined;
		});
		await running;
	}

	async function run(): Promise<void> {
		while (isWanted) {
			isWanted = false;
			await lock(() => writer.catchUp());
		}
	}

	function start(): void {
		// What fails here fails for who asks, too, and is told there; the next change is the next attempt.
		void catchUp().catch(() => undefined);
	}

	async function rebuild(): Promise<void> {
		await lock(() => store.clear());
		start();
	}

	/** Throws away an index that was found to be damaged, unless another one is there by now. */
	async function replace(damaged: number): Promise<void> {
		await lock(async () => {
			if ((await generation()) === damaged) await store.clear();
		});
		start();
	}

	const generation = () => store.generation().catch(() => UNKNOWN_GENERATION);

	async function answer({ name, of, id }: QuestionMessage): Promise<unknown> {
		if (name === 'rebuild') return await rebuild();
		const kind = name === 'search' ? (of as Asked<'search'>).kind : undefined;
		if (kind) lastSearches.set(kind, id);
		const isOvertaken = (): boolean => kind !== undefined && lastSearches.get(kind) !== id;
		const ask = answers[name] as (of: unknown, isOvertaken: () => boolean) => Promise<unknown>;
		const before = await generation();
		try {
			return await ask(of, isOvertaken);
		} catch (error) {
			if (!(error instanceof IndexDamage)) throw error;
			await replace(before);
			return await ask(of, isOvertaken);
		}
	}

	const stop = source.watchPending(() => {
		start();
		tellSoon();
	});

	return {
		async ask(message) {
			const { id } = message;
			try {
				tell({ id, ok: true, answer: (await answer(message)) as never });
			} catch {
				tell({ id, ok: false });
			}
		},
		catchUp,
		close() {
			stop();
			clearTimeout(timer);
			store.close();
			source.close();
		},
	};
}
