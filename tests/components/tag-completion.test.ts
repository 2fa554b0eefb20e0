import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { offeredTags, withTag } from '../../components/annotation/tag-completion.ts';
import { parseTags } from '../../components/annotation/tags.ts';

/** `|` is the caret. */
const at = (typed: string): [string, number] => [typed.replace('|', ''), typed.indexOf('|')];
const offered = (known: readonly string[], typed: string) => offeredTags(known, ...at(typed));

describe('tags are offered', () => {
	test.each([
		['that begin as typed, the most used first', ['verger', 'ville', 'vent'], 'v|', ['verger', 'ville', 'vent']],
		['whatever the case and the accents', ['École', 'ecologie', 'été'], 'éc|', ['École', 'ecologie']],
		['whatever the vowel signs and joiners', ['کِتاب‌خانه'], 'کتابخ|', ['کِتاب‌خانه']],
		['in which a later word begins so, after the others', ['haute mer', 'mer'], 'me|', ['mer', 'haute mer']],
		['not for letters within a word', ['comment', 'amen'], 'men|', []],
		['anywhere in a script without spaces', ['城市图书馆'], '图书|', ['城市图书馆']],
		['for the tag at the caret', ['verger', 'pomme'], 've|, pomme', ['verger']],
		['behind a comma of any script', ['图书馆', '城市'], '城市，图|', ['图书馆']],
		['but not those that stand in the list', ['verger', 'ville'], 'verger, v|', ['ville']],
		['but not the very word that is typed', ['verger', 'vergers'], 'verger|', ['vergers']],
		[
			'before anything is typed: the most used',
			['a', 'b', 'c', 'd', 'e', 'f', 'g'],
			'|',
			['a', 'b', 'c', 'd', 'e', 'f'],
		],
	] as const)('%s', (_, known, typed, wanted) => {
		expect(offered(known, typed)).toEqual(wanted);
	});
});

describe('a tag that is taken', () => {
	test.each([
		['v|', 'verger, |'],
		['pomme, v|', 'pomme, verger, |'],
		['pomme،v|', 'pomme،verger, |'],
		['v|, pomme', 'verger|, pomme'],
		['pomme; v|eau ; x', 'pomme; verger|; x'],
	])('stands in the place of the one at the caret: %s becomes %s', (typed, wanted) => {
		const { typed: result, caret } = withTag(...at(typed), 'verger');
		expect(`${result.slice(0, caret)}|${result.slice(caret)}`).toBe(wanted);
	});

	test('is in the list, and no other tag is lost', () => {
		const list = fc
			.array(fc.constantFrom('a', 'bc', ' ', ',', '，', '、', ';'), { maxLength: 12 })
			.map((parts) => parts.join(''));
		fc.assert(
			fc.property(list, fc.nat(20), (typed, place) => {
				const caret = Math.min(place, typed.length);
				const before = parseTags(typed);
				const after = parseTags(withTag(typed, caret, 'new').typed);
				expect(after).toContain('new');
				expect(before.filter((tag) => !after.includes(tag)).length).toBeLessThanOrEqual(1);
			}),
		);
	});
});
