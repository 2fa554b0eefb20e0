import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { throughInsertions } from '../../utils/matching/insertions.ts';
import { newsText } from '../anchoring/news.ts';

const OLD = newsText(7, 4).replace(/\n/g, ' ').slice(0, 600);
const quote = { start: 120, end: 180 };
const words = OLD.slice(quote.start, quote.end);

function found(page: string): string | undefined {
	const place = throughInsertions(OLD, page, quote);
	return place && page.slice(place.start, place.end);
}

describe('a passage that something was put into', () => {
	test('is found whole wherever that was, with it if it lies between its words', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: OLD.length }), fc.stringMatching(/^[0-9#]{1,200}$/), (at, box) => {
				const page = `${OLD.slice(0, at)}\n${box}\n${OLD.slice(at)}`;
				const inside = at > quote.start && at < quote.end;
				const expected = inside ? `${OLD.slice(quote.start, at)}\n${box}\n${OLD.slice(at, quote.end)}` : words;
				expect(found(page)).toBe(expected);
			}),
		);
	});

	test('is found through several, also where the white space beside one has gone', () => {
		const space = OLD.indexOf(' ', quote.start + 20);
		const page = `${OLD.slice(0, 60)}[1]${OLD.slice(60, space)}\n[Advertisement]\n${OLD.slice(space + 1, 400)}[2]${OLD.slice(400)}`;
		expect(found(page)).toBe(`${OLD.slice(quote.start, space)}\n[Advertisement]\n${OLD.slice(space + 1, quote.end)}`);
	});
});

describe('nothing is said', () => {
	test('where words were changed or taken out', () => {
		expect(found(OLD.replace(words.slice(10, 30), 'others'))).toBeUndefined();
		expect(found(OLD.slice(0, 100) + OLD.slice(140))).toBeUndefined();
		expect(found('')).toBeUndefined();
	});

	test('where what was put in repeats the text, so that either may be it', () => {
		expect(found(OLD.slice(0, 150) + OLD.slice(120, 150) + OLD.slice(150))).toBeUndefined();
	});
});

test('long texts are read in time that grows with them', () => {
	const long = 'a'.repeat(200_000);
	expect(throughInsertions(long, `${long.slice(0, 100_000)}b${long.slice(0, 100_000)}`, { start: 5, end: 9 })).toEqual({
		start: 5,
		end: 9,
	});
});
