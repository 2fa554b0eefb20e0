import { expect, test } from 'vitest';
import { inOrder } from '../../utils/domain/in-order.ts';

const ITEMS = [1, 2, 3, 4, 5, 6, 7];

test('answers come in the order of the items, whichever is there first, and no more are under way than are wanted', async () => {
	const begun: number[] = [];
	let underWay = 0;
	let most = 0;
	const work = async (item: number): Promise<number> => {
		begun.push(item);
		most = Math.max(most, ++underWay);
		await new Promise((resolve) => setTimeout(resolve, (item % 3) * 4));
		underWay--;
		return item * 10;
	};
	const answers: number[] = [];
	for await (const answer of inOrder(ITEMS, 3, work)) answers.push(answer);
	expect(answers).toEqual(ITEMS.map((item) => item * 10));
	expect(begun).toEqual(ITEMS);
	expect(most).toBe(3);
});

test('the first failure ends it, and those that were begun behind it are told to nobody', async () => {
	const answers: number[] = [];
	const reading = async () => {
		const work = async (item: number) => {
			if (item >= 3) throw new Error(`no ${item}`);
			return item;
		};
		for await (const answer of inOrder(ITEMS, 4, work)) answers.push(answer);
	};
	await expect(reading()).rejects.toThrow('no 3');
	expect(answers).toEqual([1, 2]);
});
