import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differences } from '../../utils/matching/differences.ts';

test('differences are given word by word', () => {
	expect(differences('The war ends today.', 'The long war ended today.')).toEqual([
		{ kind: 'same', text: 'The ' },
		{ kind: 'added', text: 'long ' },
		{ kind: 'same', text: 'war ' },
		{ kind: 'removed', text: 'ends' },
		{ kind: 'added', text: 'ended' },
		{ kind: 'same', text: ' today.' },
	]);
});

test('a Chinese character is a word', () => {
	expect(differences('他說謊', '他说谎话')).toEqual([
		{ kind: 'same', text: '他说谎' },
		{ kind: 'added', text: '话' },
	]);
});

test('typography and white space are no difference', () => {
	expect(differences('«\u00a0Déjà\u00a0»  vu…', '“Deja” vu...').filter(({ kind }) => kind === 'removed')).toEqual([
		{ kind: 'removed', text: '\u00a0' },
		{ kind: 'removed', text: '\u00a0' },
	]);
});

const text = fc
	.array(fc.constantFrom('a', 'b', 'c', ' ', '，', '国', 'é'), { maxLength: 40 })
	.map((parts) => parts.join(''));

test('the same and the added make the new text, and nothing but white space is lost of the old one', () => {
	fc.assert(
		fc.property(text, text, (before, after) => {
			const parts = differences(before, after);
			const side = (kind: string): string =>
				parts
					.filter((part) => part.kind !== kind)
					.map((part) => part.text)
					.join('');
			expect(side('removed')).toBe(after);
			expect(side('added').replace(/\s/g, '')).toBe(before.replace(/\s/g, ''));
		}),
	);
});

test('texts that share nothing, however long, are one removal and one addition', () => {
	const [before, after] = ['a b '.repeat(20_000), 'c d '.repeat(20_000)];
	const kinds = differences(`x${before}`, `y${after}`).map(({ kind }) => kind);
	expect(kinds.slice(0, 2)).toEqual(['removed', 'added']);
	expect(kinds.length).toBeLessThan(4);
});
