import { expect, test } from 'vitest';
import { foldUnchanged } from '../../components/reader/fold-unchanged.ts';
import type { ParagraphChange } from '../../utils/domain/paragraph-change.ts';

/** `=` a paragraph that is the same, `+` an added one. */
const changes = (pattern: string): ParagraphChange[] =>
	[...pattern].map((sign, at) => ({ kind: sign === '=' ? 'same' : 'added', text: String(at) }));
/** A number for each run that is put away. */
const folded = (pattern: string) =>
	foldUnchanged(changes(pattern))
		.map((part) => (part.kind === 'folded' ? String(part.texts.length) : part.change.kind === 'same' ? '=' : '+'))
		.join('');

test.each([
	['', ''],
	['+', '+'],
	['=', '='],
	['=====', '5'],
	['=====+', '4=+'],
	['+=====', '+=4'],
	['+======+', '+=4=+'],
	['+===+', '+===+'],
	['+====+', '+=2=+'],
	['++=+', '++=+'],
])('of %s, what stands far from any change is put away: %s', (pattern, expected) => {
	expect(folded(pattern)).toBe(expected);
});

test('no paragraph is lost or told twice', () => {
	const all = foldUnchanged(changes('====+==+=====')).flatMap((part) =>
		part.kind === 'folded' ? part.texts : part.change.kind === 'edited' ? [] : [part.change.text],
	);
	expect(all).toEqual([...all.keys()].map(String));
	expect(all).toHaveLength(13);
});
