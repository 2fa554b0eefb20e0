import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LibraryPart } from '../../../utils/domain/library-part.ts';
import { readImport } from '../../../utils/exchange/import/read-import.ts';
import { toStandAloneHtml } from '../../../utils/exchange/stand-alone-html.ts';
import { toWebAnnotations } from '../../../utils/exchange/web-annotation.ts';
import { libraryArbitrary } from '../../storage/generated-parts.ts';
import { AT, SURROUNDINGS } from './surroundings.ts';

function exported({ article, annotations, versions }: LibraryPart) {
	const {
		id: _,
		keys: __,
		addresses: ___,
		added: ____,
		asOf: _____,
		annotated: ______,
		deleted,
		note,
		...facts
	} = article;
	return {
		article: facts,
		annotations,
		exportedAt: AT,
		stored: article,
		versions: new Map(versions.map((version) => [version.fingerprint, version])),
		...(note !== undefined && { articleNote: note }),
	};
}

/** All that leaves the library this way: the trash does not. */
function leaving({ article, annotations, versions }: LibraryPart, withTexts: boolean): LibraryPart {
	const { deleted: _, annotated: __, ...standing } = article;
	return {
		article: { ...standing, asOf: article.added },
		versions: withTexts ? versions.map(({ html, ...version }) => (html ? { ...version, html } : version)) : [],
		annotations: annotations.filter(({ deleted }) => deleted === undefined).sort((a, b) => (a.id < b.id ? -1 : 1)),
	};
}

const sorted = (parts: readonly LibraryPart[]) =>
	parts.map((part) => ({ ...part, annotations: [...part.annotations].sort((a, b) => (a.id < b.id ? -1 : 1)) }));

const one = libraryArbitrary(1).filter((parts) => parts.length === 1);

test('Web Annotations, read again, are what was exported', () => {
	fc.assert(
		fc.property(one, ([part]) => {
			const { parts, notUnderstood } = readImport(toWebAnnotations(exported(part!)), SURROUNDINGS);
			expect(notUnderstood).toEqual([]);
			expect(sorted(parts)).toEqual([leaving(part!, false)]);
		}),
	);
});

test('a web page of ours, read again, is what was exported, text and all', () => {
	fc.assert(
		fc.property(one, ([part]) => {
			const { parts, notUnderstood } = readImport(toStandAloneHtml(exported(part!)), SURROUNDINGS);
			expect(notUnderstood).toEqual([]);
			expect(sorted(parts)).toEqual([leaving(part!, true)]);
		}),
		{ numRuns: 60 },
	);
});
