import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openStore } from '../../utils/storage/store.ts';
import { at, creation, draft, freshFactory, uuid } from './build.ts';

const units = (value: string) => Array.from({ length: value.length }, (_, i) => value.charCodeAt(i));

const HARD = {
	'200,000 characters': '注'.repeat(200_000),
	'a million characters': 'ab\n'.repeat(333_334),
	HTML: '<script>alert(1)</script><img src=x onerror=alert(1)>&amp;',
	'lone surrogates': 'a\ud800b\udc00\udfffc\ud83d',
	NUL: 'before\0after\0',
	'bidi controls': '\u202e\u2066abc\u2069\u200f\u061c',
	'line ends': 'a\r\nb\rc\nd\u2028e\u2029 \t ',
	'not normalised': 'e\u0301 \u212b \ufeff\ufffe\uffff',
};

for (const [name, note] of Object.entries(HARD)) {
	test(`a note is kept byte for byte: ${name}`, async () => {
		const indexedDB = freshFactory();
		const { articleId } = await openStore({ indexedDB }).createAnnotation(creation(1, { draft: draft({ note }) }));
		const again = openStore({ indexedDB });
		expect(units((await again.listAnnotations(articleId))[0]!.note)).toEqual(units(note));
		await again.editAnnotation(uuid(1), { note: 'short' }, at(2));
		await again.undo(articleId, at(3));
		expect(units((await openStore({ indexedDB }).listAnnotations(articleId))[0]!.note)).toEqual(units(note));
	});
}

test('any note and any quote are kept byte for byte', async () => {
	const any = fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes));
	await fc.assert(
		fc.asyncProperty(any, any, async (note, context) => {
			const indexedDB = freshFactory();
			const selectors = draft().selectors;
			const given = draft({ note, selectors: { ...selectors, quote: { ...selectors.quote, prefix: context } } });
			const { articleId } = await openStore({ indexedDB }).createAnnotation(creation(1, { draft: given }));
			const [kept] = await openStore({ indexedDB }).listAnnotations(articleId);
			expect(units(kept!.note)).toEqual(units(note));
			expect(units(kept!.selectors.quote.prefix)).toEqual(units(context));
		}),
		{ numRuns: 50 },
	);
});
