import { beforeEach, describe, expect, test } from 'vitest';
import { type UnexpectedError, watchUnexpected } from '../../entrypoints/shared/page/watch-unexpected.ts';
import { describeError } from '../../utils/domain/diagnostic-log.ts';

const ORIGIN = 'chrome-extension://abcdefgh';

describe('of errors in a page that nobody caught', () => {
	let page: EventTarget;
	let told: UnexpectedError[];
	beforeEach(() => {
		page = new EventTarget();
		told = [];
		watchUnexpected(page, `${ORIGIN}/`, (error) => told.push(error));
	});
	const thrown = (error: unknown): void => void page.dispatchEvent(Object.assign(new Event('error'), { error }));
	const rejected = (reason: unknown): void =>
		void page.dispatchEvent(Object.assign(new Event('unhandledrejection'), { reason }));

	const ours = (name = 'TypeError') => ({
		name,
		message: 'the secret note',
		stack: `${name}: the secret note\n    at draw (${ORIGIN}/annotator.js:12:345)\n    at https://www.rfi.fr/secret.js:1:2`,
	});

	test('ours are told by their kind and the lines that name our files, and by nothing they say', () => {
		thrown(ours());
		rejected(ours('RangeError'));
		const stack = `    at draw (${ORIGIN}/annotator.js:12:345)`;
		expect(told).toEqual([
			{ name: 'TypeError', stack },
			{ name: 'RangeError', stack },
		]);
		expect(describeError(told[0], ORIGIN)).toBe('TypeError < annotator.js:12:345');
	});

	test('a fault is told by its code', () => {
		rejected({ ...ours('Fault'), code: 'quota' });
		expect(told).toMatchObject([{ name: 'Fault', code: 'quota' }]);
	});

	test.each([
		['of the page itself', { name: 'TypeError', stack: 'TypeError: x\n    at https://www.rfi.fr/app.js:1:2' }],
		['without a stack', { name: 'TypeError' }],
		['that are words', 'a reason'],
		['that are nothing', undefined],
	])('those %s are not told', (_, error) => {
		thrown(error);
		rejected(error);
		expect(told).toEqual([]);
	});

	test('what fails again and again is told a few times', () => {
		for (let again = 0; again < 100; again++) thrown(ours());
		expect(told).toHaveLength(5);
	});
});
