import { expect, test } from 'vitest';
import { createAnchorer } from '../../utils/anchoring/anchor.ts';
import { describe } from '../../utils/anchoring/describe.ts';
import { anchorInSlices } from '../../utils/anchoring/slices.ts';
import type { AnchorOutcome } from '../../utils/domain/outcome.ts';
import { newsText } from './news.ts';

const text = newsText(1, 60);
const list = Array.from({ length: 40 }, (_, k) => describe({ text }, { start: k * 50, end: k * 50 + 30 })!);

/** A clock that goes on 3 ms each time it is read, and a queue of tasks run one after the other. */
function machine() {
	let time = 0;
	let slices = 0;
	return {
		now: () => {
			time += 3;
			return time;
		},
		schedule: (callback: () => void) => {
			slices++;
			setTimeout(callback, 0);
		},
		slices: () => slices,
	};
}

test('all are anchored, those seen first, in more than one slice', async () => {
	const { now, schedule, slices } = machine();
	const order: number[] = [];
	const outcomes: AnchorOutcome[] = [];
	await anchorInSlices(createAnchorer({ text: `New.\n${text}` }), list, {
		budgetMs: 8,
		now,
		schedule,
		first: [30, 31, 99, -1, 30],
		onOutcome: (index, outcome) => {
			order.push(index);
			outcomes.push(outcome);
		},
	});
	expect(order.slice(0, 3)).toEqual([30, 31, 0]);
	expect([...order].sort((a, b) => a - b)).toEqual(list.map((_, k) => k));
	expect(outcomes.every(({ state }) => state === 'anchored')).toBe(true);
	expect(slices()).toBeGreaterThan(5);
});

test('nothing more is anchored after the signal', async () => {
	const { now, schedule } = machine();
	const stop = new AbortController();
	const done: number[] = [];
	await anchorInSlices(createAnchorer({ text }), list, {
		budgetMs: 8,
		now,
		schedule,
		signal: stop.signal,
		onOutcome: (index) => {
			done.push(index);
			if (done.length === 3) stop.abort();
		},
	});
	expect(done).toHaveLength(3);
});

test('an error of the caller ends it and is passed on', async () => {
	const { now, schedule } = machine();
	const failing = anchorInSlices(createAnchorer({ text }), list, {
		budgetMs: 8,
		now,
		schedule,
		onOutcome: () => {
			throw new Error('mine');
		},
	});
	await expect(failing).rejects.toThrow('mine');
});

test('a changed passage waits until the page is prepared, step by step', async () => {
	const { now, schedule, slices } = machine();
	const changed = text.replace(text.slice(20, 28), 'otherwise');
	const states: (string | undefined)[] = [];
	await anchorInSlices(createAnchorer({ text: changed }), list.slice(0, 6), {
		budgetMs: 8,
		now,
		schedule,
		versionTextOf: () => text,
		onOutcome: (index, { state }) => {
			states[index] = state;
		},
	});
	expect(states).toEqual(['changed', 'anchored', 'anchored', 'anchored', 'anchored', 'anchored']);
	expect(slices()).toBeGreaterThan(3);
});
