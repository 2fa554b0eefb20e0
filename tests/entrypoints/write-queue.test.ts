import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createWriteQueue, surely } from '../../entrypoints/shared/page/write-queue.ts';
import type { Result } from '../../utils/domain/fault.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a background that is away for 30 seconds', () => {
	function away(forMs: number) {
		const end = Date.now() + forMs;
		const stored: string[] = [];
		const send = async (act: string): Promise<Result<string>> => {
			if (Date.now() < end) return { ok: false, fault: 'unreachable' };
			stored.push(act);
			return { ok: true, value: act };
		};
		return { stored, send };
	}

	it('is given every act in the order of the hand when it is back, and the reader is told how many wait', async () => {
		const { stored, send } = away(30_000);
		const told: number[] = [];
		const queue = createWriteQueue((count) => told.push(count));
		const results = ['a', 'b', 'c'].map((act) => queue.write(() => surely(() => send(act))));
		await vi.advanceTimersByTimeAsync(2_100);
		expect(told.at(-1)).toBe(3);
		void queue.write(() => surely(() => send('d')));
		expect(told.at(-1)).toBe(4);
		expect(stored).toEqual([]);
		await vi.advanceTimersByTimeAsync(36_000);
		expect(stored).toEqual(['a', 'b', 'c', 'd']);
		expect((await Promise.all(results)).every(({ ok }) => ok)).toBe(true);
		expect(told.at(-1)).toBe(0);
	});

	it('is said to be away for good after a minute, and not before', async () => {
		const { send } = away(10 * 60_000);
		let result: Result<string> | undefined;
		void surely(() => send('a')).then((given) => {
			result = given;
		});
		await vi.advanceTimersByTimeAsync(55_000);
		expect(result).toBeUndefined();
		await vi.advanceTimersByTimeAsync(20_000);
		expect(result).toEqual({ ok: false, fault: 'unreachable' });
	});
});

it('an act that is never answered is sent again', async () => {
	let asked = 0;
	const send = (): Promise<Result<string>> =>
		++asked === 1 ? new Promise(() => {}) : Promise.resolve({ ok: true, value: 'a' });
	const result = surely(send);
	await vi.advanceTimersByTimeAsync(5_000);
	expect(asked).toBe(1);
	await vi.advanceTimersByTimeAsync(5_000);
	expect(await result).toEqual({ ok: true, value: 'a' });
	expect(asked).toBe(2);
});

it('another fault is told at once: asking again would not help', async () => {
	let asked = 0;
	const refuse = async (): Promise<Result<never>> => {
		asked++;
		return { ok: false, fault: 'quota' };
	};
	expect(await surely(refuse)).toEqual({ ok: false, fault: 'quota' });
	expect(asked).toBe(1);
});

it('nothing is told of acts that are stored quickly', async () => {
	const told: number[] = [];
	const queue = createWriteQueue((count) => told.push(count));
	for (let act = 0; act < 5; act++) await queue.write(async () => act);
	await vi.advanceTimersByTimeAsync(10_000);
	expect(told).toEqual([]);
});

describe('acts that wait when the page goes', () => {
	const never = new Promise<never>(() => {});

	it('are begun in the order of the hand, without the answers to those before', async () => {
		const begun: string[] = [];
		const queue = createWriteQueue();
		for (const name of ['a', 'b', 'c'])
			void queue.write(() => {
				begun.push(name);
				return never;
			});
		await vi.advanceTimersByTimeAsync(10);
		expect(begun).toEqual(['a']);
		queue.hurry();
		await vi.advanceTimersByTimeAsync(0);
		expect(begun).toEqual(['a', 'b', 'c']);
	});

	it('still wait for what they need, and those behind them for that', async () => {
		const begun: string[] = [];
		const queue = createWriteQueue();
		let give = (_: string): void => {};
		const needed = new Promise<string>((resolve) => {
			give = resolve;
		});
		void queue.write(async (given: string) => void begun.push(given), needed);
		void queue.write(async () => void begun.push('b'));
		queue.hurry();
		await vi.advanceTimersByTimeAsync(10);
		expect(begun).toEqual([]);
		give('a');
		await vi.advanceTimersByTimeAsync(0);
		expect(begun).toEqual(['a', 'b']);
	});

	it('that are begun later wait for their turn again, where the page stays after all', async () => {
		const begun: string[] = [];
		const queue = createWriteQueue();
		let answer = (): void => {};
		const answered = new Promise<void>((resolve) => {
			answer = resolve;
		});
		void queue.write(() => answered);
		queue.hurry();
		void queue.write(async () => void begun.push('b'));
		await vi.advanceTimersByTimeAsync(10);
		expect(begun).toEqual([]);
		answer();
		await vi.advanceTimersByTimeAsync(0);
		expect(begun).toEqual(['b']);
	});
});
