import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toLogseq } from '../../utils/exchange/logseq.ts';
import { awkwardText } from './awkward-text.ts';
import { ARTICLE, annotation, EXPORTED_AT } from './build.ts';

const exportOf = (...annotations: ReturnType<typeof annotation>[]) => ({
	article: ARTICLE,
	annotations,
	exportedAt: EXPORTED_AT,
});

test('a page of Logseq reads as one would write it', () => {
	const one = annotation({ exact: 'Un.\nDeux.', note: 'À vérifier :\n- la date', tags: ['eau', 'droits humains'] });
	const two = annotation({ id: '22222222-2222-4222-8222-222222222222', start: 30, color: 'blue', style: 'outline' });
	const link = 'https://www.rfi.fr/fr/afrique/20260101-des-puits-pour-le-village#:~:text=';
	expect(toLogseq(exportOf(one, two))).toBe(`title:: Des puits pour le village
source:: https://www.rfi.fr/fr/afrique/20260101-des-puits-pour-le-village
author:: RFI
published:: 2026-01-01
language:: fr
created:: 2026-11-22
tags:: [[eau]], [[droits humains]]

- > Un.
  >
  > Deux.
  id:: 0b6f8a5e-6a3e-4f0a-9d2c-1f4d5f1c7a10
  color:: yellow
	- [Passage](${link}Un,Deux%2E) · yellow · #[[eau]] #[[droits humains]]
	- > **Note**
	  >
	  > À vérifier :
	  > - la date
- > l’eau manque
  id:: 22222222-2222-4222-8222-222222222222
  color:: blue
  style:: outline
	- [Passage](${link}l%E2%80%99eau%20manque) · blue · outline
`);
});

test('no words open a block, a property, a macro or a reference of their own', () => {
	const awkward = fc.oneof(
		awkwardText,
		fc.constantFrom('a:: b', '{{query x}}', '((id))', '- b\n\t- c', '[[p]] #[[q]]'),
	);
	fc.assert(
		fc.property(awkward, awkward, awkward, awkward, (exact, note, tag, title) => {
			const one = annotation({ exact, note: `n${note}`, tags: [tag] });
			const page = toLogseq({ ...exportOf(one), article: { ...ARTICLE, title } });
			const lines = page.split('\n').slice(0, -1);
			const own = lines.slice(lines.indexOf('') + 1);
			expect(own.filter((line) => line.startsWith('- '))).toHaveLength(1);
			expect(own.filter((line) => line.startsWith('\t- '))).toHaveLength(2);
			const rest = own.filter((line) => !/^\t?- /.test(line));
			expect(rest.filter((line) => !/^\t? {2}(?:>|id:: |color:: )/.test(line))).toEqual([]);
			expect(own.join('\n')).not.toMatch(/\{\{|\(\(/);
			expect(
				own
					.filter((line) => line.includes('::'))
					.filter((line) => line.includes('>'))
					.join(),
			).not.toMatch(/^\s*-? ?> [^>]*::.*\bl’eau/);
			expect(page.isWellFormed()).toBe(true);
		}),
	);
});

test('the text of the article stands before the passages, each block of it a block, the passages marked', () => {
	const articleHtml =
		'<h1>Des puits pour le village</h1><p>Ici l’eau manque a:: b.</p><h2>Plus</h2><ul><li>un</li></ul>';
	const one = annotation({ start: 30 });
	const page = toLogseq({ ...exportOf(one), articleHtml, withArticle: true });
	expect(page).toContain('\n- Ici ==l’eau manque== a:\\: b.\n- ## Plus\n- un\n- > l’eau manque\n');
});
