import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { at, creation } from '../storage/build.ts';
import { tally } from '../tools/tally.ts';
import { factoryWith, handsOn, rowsOf } from './fake-library.ts';
import { migrationFaults } from './migration-faults.ts';
import type { Rows } from './rows.ts';
import { storeFaults } from './store-faults.ts';
import { type Injected, judge } from './verdict.ts';

async function lostOf(faults: AsyncIterable<Injected>) {
	let injected = 0;
	const lost: Injected[] = [];
	for await (const one of faults) {
		injected++;
		if (one.lost.length > 0) lost.push(one);
	}
	tally('faults', injected, lost.length);
	return { injected, lost };
}

test('of sixty faults in the midst of acts none loses anything', async () => {
	expect(await lostOf(storeFaults(60, 1))).toEqual({ injected: 60, lost: [] });
}, 120_000);

test('the same seed gives the same faults', async () => {
	const drawn = async () => {
		const all: string[] = [];
		for await (const { act, fault, left } of storeFaults(5, 7)) all.push(`${act}: ${fault}, ${left}`);
		return all;
	};
	expect(await drawn()).toEqual(await drawn());
});

test('an upgrade that is broken off leaves the version it came from, and the next start ends it', async () => {
	const { injected, lost } = await lostOf(migrationFaults(6));
	expect(injected).toBeGreaterThan(15);
	expect(lost).toEqual([]);
});

test('what is lost is seen: half an act, and one that was told to be stored and is not', async () => {
	const indexedDB = await factoryWith({});
	const hands = handsOn(indexedDB);
	await hands.library.createAnnotation(creation(1));
	const before = await rowsOf(indexedDB);
	await hands.library.deleteAnnotation(creation(1).id, at(2));
	const whole = await rowsOf(indexedDB);
	const integrity = await hands.library.checkIntegrity();
	hands.close();
	const half: Rows = { ...whole, acts: before.acts! };
	const stored = { ok: true, value: undefined } as const;
	const refused = { ok: false, fault: 'quota' } as const;
	const lostWith = (found: Rows, told: typeof stored | typeof refused | undefined) =>
		judge({ before, whole, found, told, integrity }).lost[0];
	expect(lostWith(whole, stored)).toBeUndefined();
	expect(lostWith(before, refused)).toBeUndefined();
	expect(lostWith(before, stored)).toBe('told to be stored, and is not there');
	for (const told of [stored, refused, undefined]) expect(lostWith(half, told)).toBe('a part of the act is there');
});
