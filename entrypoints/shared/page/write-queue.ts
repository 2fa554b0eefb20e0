import type { Result } from '../../../utils/domain/fault.ts';

/** Acts on their way to the store: one after the other, in the order of the reader's hand. */
export interface WriteQueue {
	/** How many were begun so far; tells whether one was begun meanwhile. */
	readonly begun: number;
	/**
	 * Does an act when those before it are done.
	 * @param needed what the act is given, and waits for
	 */
	write<T, Needed = void>(act: (needed: Needed) => Promise<T>, needed?: Promise<Needed>): Promise<T>;
	/** Begins the acts that wait, in their order, whatever became of those before them: the page may be gone the next moment. */
	hurry(): void;
	/** Resolves when the acts begun so far are done. */
	settled(): Promise<unknown>;
}

/** An act that takes longer than this is late, in milliseconds: the reader is told that it waits. */
const LATE_MS = 2_000;

/** @param waiting told how many acts are not stored, from when one is late until none is left */
export function createWriteQueue(waiting: (count: number) => void = () => {}): WriteQueue {
	let last: Promise<unknown> = Promise.resolve();
	/** That the last act was begun, done or not. */
	let lastBegun: Promise<unknown> = last;
	/** Gives the acts that wait their turn. */
	const turns = new Set<() => void>();
	let begun = 0;
	let left = 0;
	let isLate = false;

	async function watch(result: Promise<unknown>): Promise<void> {
		left++;
		if (isLate) waiting(left);
		const timer = setTimeout(() => {
			isLate = true;
			waiting(left);
		}, LATE_MS);
		await result.catch(() => undefined);
		clearTimeout(timer);
		left--;
		if (isLate) waiting(left);
		isLate &&= left > 0;
	}

	return {
		get begun() {
			return begun;
		},
		write<T, Needed>(act: (needed: Needed) => Promise<T>, needed?: Promise<Needed>) {
			begun++;
			const turn = new Promise<void>((resolve, reject) => {
				turns.add(resolve);
				last.then(() => resolve(), reject).finally(() => turns.delete(resolve));
			});
			const begin = Promise.all([needed as Promise<Needed>, turn, lastBegun]);
			const result = begin.then(([given]) => act(given));
			lastBegun = begin;
			last = result;
			void watch(result);
			return result;
		},
		hurry() {
			for (const take of turns) take();
			turns.clear();
		},
		settled: () => last,
	};
}

/** What passes before an act that got no answer is sent again, in milliseconds: about a minute in all. */
const PAUSES_MS = [0, 250, 500, 1_000, 2_000, 4_000, 8_000, 8_000, 8_000, 8_000, 8_000, 8_000, 8_000];

/** An answer that takes longer may never come: a background that is killed at a bad moment leaves the question open. Milliseconds. */
const PATIENCE_MS = 8_000;

/**
 * Sends an act that may be sent twice, and does so where no answer came: the background may have been killed after it
 * stored the act and before it said so, or be away for a while.
 */
export async function surely<T>(act: () => Promise<Result<T>>): Promise<Result<T>> {
	let result = await answered(act());
	for (const pauseMs of PAUSES_MS) {
		if (result.ok || result.fault !== 'unreachable') break;
		if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
		result = await answered(act());
	}
	return result;
}

async function answered<T>(answer: Promise<Result<T>>): Promise<Result<T>> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const late = new Promise<Result<T>>((resolve) => {
		timer = setTimeout(() => resolve({ ok: false, fault: 'unreachable' }), PATIENCE_MS);
	});
	try {
		return await Promise.race([answer, late]);
	} finally {
		clearTimeout(timer);
	}
}
