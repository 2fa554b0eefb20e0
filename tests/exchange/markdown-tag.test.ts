import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { obsidianTag } from '../../utils/exchange/markdown-tag.ts';

describe('a tag for Obsidian', () => {
	test.each([
		['eau', 'eau'],
		['droits humains', 'droits-humains'],
		['人权', '人权'],
		['l’État & l’eau', 'l-État-l-eau'],
		['Afrique/Mali', 'Afrique/Mali'],
		['می‌خواهم', 'می_خواهم'],
		['ភាសាខ្មែរ', 'ភាសាខ្មែរ'],
		['2026', '_2026'],
		['2026-01', '2026-01'],
		['_a_', 'a'],
		['a//b', 'a/b'],
		['/a/', 'a'],
		['🔥 feu', '🔥-feu'],
		['#eau', 'eau'],
		['!?', ''],
		['a\ud800b', 'a-b'],
	])('of %j is %j', (tag, expected) => {
		expect(obsidianTag(tag)).toBe(expected);
	});

	test('is one that Obsidian takes whole, or nothing', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (tag) => {
				expect(obsidianTag(tag)).toMatch(
					/^$|^(?!\p{N}+$)[^\u2000-\u206f\u2e00-\u2e7f'!"#$%&()*+,.:;<=>?@^`{|}~[\]\\\s]+$/u,
				);
			}),
		);
	});
});
