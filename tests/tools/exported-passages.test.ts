import { expect, test } from 'vitest';
import { exportedPassages } from './exported-passages.ts';

test('an export is read back passage by passage, escapes undone, the note told from the quote', () => {
	const markdown = [
		'---',
		'title: "> no quote"',
		'---',
		'',
		'# Title',
		'',
		'> one \\*two\\*',
		'>',
		'> three',
		'',
		'^a',
		'',
		'[Passage](https://www.rfi.fr/) · Yellow',
		'',
		'> four',
		'',
		'> [!note]',
		'>',
		'> a note',
		'> of two lines',
		'>',
		'> ```',
		'> in code',
		'> ```',
		'',
	].join('\n');
	expect(exportedPassages(markdown)).toEqual([
		{ quote: 'one *two*\nthree', note: '' },
		{ quote: 'four', note: 'a note\nof two lines\nin code' },
	]);
});
