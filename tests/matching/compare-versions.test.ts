import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ParagraphChange } from '../../utils/domain/paragraph-change.ts';
import { compareVersions } from '../../utils/matching/compare-versions.ts';

const TITLE = 'Un jardin sur le toit';
const FIRST = 'Le jardin occupe toute la terrasse, soit huit cents mètres carrés.';
const SECOND = 'Nous voulions que l’on puisse lire dehors, explique la directrice.';
const THIRD = 'Les légumes seront distribués aux habitants du quartier à la fin de l’été.';
const lines = (...paragraphs: string[]) => paragraphs.join('\n');
const kinds = (changes: readonly ParagraphChange[]) => changes.map(({ kind }) => kind);

/** One of the two texts again, from the changes. */
function rebuilt(changes: readonly ParagraphChange[], side: 'removed' | 'added'): string {
	return changes
		.flatMap((change) => {
			if (change.kind === 'edited')
				return change.differences
					.flatMap(({ kind, text }) => (kind === 'same' || kind === side ? [text] : []))
					.join('');
			return change.kind === 'same' || change.kind === side ? [change.text] : [];
		})
		.join('\n');
}

describe('two versions of a text', () => {
	test('that are the same have only paragraphs that are the same', () => {
		expect(kinds(compareVersions(lines(TITLE, FIRST), lines(TITLE, FIRST)))).toEqual(['same', 'same']);
	});

	test('differ in what was edited, word by word', () => {
		const after = THIRD.replace('de l’été', 'de l’automne');
		expect(compareVersions(lines(TITLE, FIRST, THIRD), lines(TITLE, FIRST, after))).toEqual([
			{ kind: 'same', text: TITLE },
			{ kind: 'same', text: FIRST },
			{
				kind: 'edited',
				differences: [
					{ kind: 'same', text: 'Les légumes seront distribués aux habitants du quartier à la fin de l’' },
					{ kind: 'removed', text: 'été' },
					{ kind: 'added', text: 'automne' },
					{ kind: 'same', text: '.' },
				],
			},
		]);
	});

	test('differ in what was added and what was removed', () => {
		expect(compareVersions(lines(TITLE, FIRST, SECOND), lines(TITLE, SECOND, THIRD))).toEqual([
			{ kind: 'same', text: TITLE },
			{ kind: 'removed', text: FIRST },
			{ kind: 'same', text: SECOND },
			{ kind: 'added', text: THIRD },
		]);
	});

	test('of which one paragraph was replaced by one that says something else: the one is removed and the other added', () => {
		expect(kinds(compareVersions(lines(TITLE, SECOND, FIRST), lines(TITLE, THIRD, FIRST)))).toEqual([
			'same',
			'removed',
			'added',
			'same',
		]);
	});

	test('of which one paragraph was edited and another put before it', () => {
		const edited = SECOND.replace('la directrice', 'son adjoint');
		expect(kinds(compareVersions(lines(TITLE, SECOND), lines(TITLE, FIRST, edited)))).toEqual([
			'same',
			'added',
			'edited',
		]);
	});

	test('that differ in typography or script only are the same', () => {
		expect(kinds(compareVersions('« Déjà » vu…\n圖書館開門', '“Déjà” vu...\n图书馆开门'))).toEqual(['same', 'same']);
	});

	test('differ in a number', () => {
		expect(kinds(compareVersions(FIRST, FIRST.replace('huit', '900')))).toEqual(['edited']);
	});

	test('in Chinese, Persian and Khmer', () => {
		const cases = [
			['屋顶花园占地八百平方米，每天接待两百名游客。', '屋顶花园占地九百平方米，每天接待三百名游客。'],
			['باغ بام کتابخانه هر روز دویست بازدیدکننده دارد.', 'باغ بام کتابخانه هر روز سیصد بازدیدکننده دارد.'],
			['សួនច្បារនៅលើដំបូលបណ្ណាល័យទទួលភ្ញៀវពីររយនាក់ក្នុងមួយថ្ងៃ', 'សួនច្បារនៅលើដំបូលបណ្ណាល័យទទួលភ្ញៀវបីរយនាក់ក្នុងមួយថ្ងៃ'],
		] as const;
		for (const [before, after] of cases) expect(kinds(compareVersions(before, after))).toEqual(['edited']);
	});

	test('one of which is empty', () => {
		expect(compareVersions('', FIRST)).toEqual([{ kind: 'added', text: FIRST }]);
		expect(compareVersions(FIRST, '')).toEqual([{ kind: 'removed', text: FIRST }]);
		expect(compareVersions('', '')).toEqual([]);
	});
});

const paragraph = fc.oneof(
	fc.constantFrom(TITLE, FIRST, SECOND, THIRD, `${FIRST} ${SECOND}`, '法国国际广播电台', '—', '*'),
	fc.stringMatching(/^[ab é]{1,12}$/),
);
const article = fc.array(paragraph, { maxLength: 12 }).map((all) => all.join('\n'));

test('both texts can be read from the changes, the old one but for typography', () => {
	fc.assert(
		fc.property(article, article, (before, after) => {
			const changes = compareVersions(before, after);
			const folded = (text: string) => text.normalize('NFKD').replace(/[\p{M}\s]/gu, '');
			expect(rebuilt(changes, 'added')).toBe(after.replace(/^\n+|\n+$|(?<=\n)\n+/g, ''));
			expect(folded(rebuilt(changes, 'removed'))).toBe(folded(before));
		}),
	);
});

test.each([
	['a hundred thousand lines that are all the same', () => 'mot'],
	['a hundred thousand lines of which no two are the same', (at: number) => `ligne numéro ${at}`],
	['lines that change places', (at: number) => `${(at * 7919) % 100_003} mots`],
])('%s are compared: comparing each with each would not come to an end', (_, line) => {
	const before = Array.from({ length: 100_000 }, (_, at) => line(at)).join('\n');
	const after = Array.from({ length: 100_000 }, (_, at) => line(at + 50)).join('\n');
	expect(compareVersions(before, `${after}\nfin`).length).toBeGreaterThan(99_999);
});
