import { Parser } from 'commonmark';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EXPORT_FORMATS } from '../../utils/domain/export-format.ts';
import { toPlainMarkdown } from '../../utils/exchange/markdown.ts';
import { toPlainText } from '../../utils/exchange/plain-text.ts';
import { writeExport } from '../../utils/exchange/write-export.ts';
import { awkwardText } from './awkward-text.ts';
import { ARTICLE, annotation, EXPORTED_AT } from './build.ts';
import { children, textOf } from './parse-export.ts';

const exportOf = (...annotations: ReturnType<typeof annotation>[]) => ({
	article: ARTICLE,
	annotations,
	exportedAt: EXPORTED_AT,
});

test('plain text reads as one would write it', () => {
	const one = annotation({ exact: 'Un.\nDeux.', note: 'À vérifier :\n- la date', tags: ['eau'], style: 'underline' });
	expect(toPlainText(exportOf(one, annotation({ start: 30, color: 'blue' })))).toBe(`Des puits pour le village
RFI · 2026-01-01
https://www.rfi.fr/fr/afrique/20260101-des-puits-pour-le-village

1.
  Un.
  Deux.
  [yellow · underline · #eau]

  À vérifier :
  - la date

2.
  l’eau manque
  [blue]
`);
});

test('in plain text only our own lines stand at the margin', () => {
	fc.assert(
		fc.property(awkwardText, awkwardText, awkwardText, (exact, note, title) => {
			const file = toPlainText({ ...exportOf(annotation({ exact, note })), article: { title, dir: 'ltr' } });
			const margin = file.split('\n').filter((line) => line !== '' && !line.startsWith('  '));
			const shown = title.toWellFormed().replace(/\s+/g, ' ').trim();
			expect(margin).toEqual([...(shown === '' ? [] : [shown]), '1.']);
			expect(file.isWellFormed()).toBe(true);
		}),
	);
});

test('plain Markdown has title, facts, address, passages and notes, and no front matter', () => {
	const file = toPlainMarkdown(exportOf(annotation({ note: '**oui**', tags: ['droits humains'] })));
	expect(file).toBe(`# Des puits pour le village

RFI · 2026-01-01

[https\\://www\\.rfi.fr/fr/afrique/20260101-des-puits-pour-le-village](https://www.rfi.fr/fr/afrique/20260101-des-puits-pour-le-village)

> l’eau manque

[Passage](https://www.rfi.fr/fr/afrique/20260101-des-puits-pour-le-village#:~:text=l%E2%80%99eau%20manque) · yellow · \\#droits humains

> **Note**
>
> **oui**
`);
});

test('a quote in plain Markdown is read back character for character, whatever its note', () => {
	fc.assert(
		fc.property(awkwardText, awkwardText, awkwardText, (exact, note, other) => {
			const file = toPlainMarkdown(exportOf(annotation({ exact, note }), annotation({ exact: other, start: 9 })));
			const quotes = children(new Parser().parse(file)).filter(
				(block) => block.type === 'block_quote' && block.firstChild?.firstChild?.type !== 'strong',
			);
			const asRead = (text: string) => text.toWellFormed().replaceAll('\0', '\ufffd');
			expect(quotes.map((quote) => children(quote).map(textOf).join('\n'))).toEqual([exact, other].map(asRead));
		}),
		{ numRuns: 300 },
	);
});

test('every format has a file name of its own, but for the kinds of Markdown', () => {
	const extensions = EXPORT_FORMATS.map((format) => writeExport(format, exportOf(annotation())).extension);
	expect(extensions).toEqual(
		'md md md html txt md jsonld hypothesis.json readwise.csv csv anki.txt ris bib csl.json'.split(' '),
	);
});

test('no format has anything of what is in the trash', () => {
	const gone = annotation({ exact: 'jeté-loin', note: 'jeté-loin', tags: ['jeté-loin'], deleted: EXPORTED_AT });
	for (const format of EXPORT_FORMATS) expect(writeExport(format, exportOf(gone)).text).not.toContain('jeté-loin');
});
