import { JSDOM } from 'jsdom';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import { sanitisedFragment } from '../../utils/article/sanitise.ts';
import { toPlainMarkdown } from '../../utils/exchange/markdown.ts';
import { toStandAloneHtml } from '../../utils/exchange/stand-alone-html.ts';
import { STAND_ALONE_STYLE } from '../../utils/exchange/stand-alone-style.ts';
import { actingParts } from '../fixtures/hostile/acting.ts';
import { VECTORS } from '../fixtures/hostile/vectors.ts';
import { tally } from '../tools/tally.ts';
import { ARTICLE, annotation, EXPORTED_AT } from './build.ts';

const { window } = new JSDOM('', { url: 'https://reader.example/' });

function read(html: string): Document {
	return new window.DOMParser().parseFromString(html, 'text/html');
}

/** An article all of whose facts are a vector. */
function articleOf(vector: string) {
	const { dir } = ARTICLE;
	return {
		...ARTICLE,
		dir,
		title: vector,
		column: vector,
		url: vector,
		lang: vector,
		byline: vector,
		section: vector,
		description: vector,
		leadImage: vector,
	};
}

function inputOf(vector: string, note: string) {
	const quoted = annotation({ exact: vector, note, tags: [vector] });
	return {
		article: articleOf(vector),
		annotations: [quoted],
		exportedAt: EXPORTED_AT,
		articleHtml: `<p>${vector}</p>`,
		articleText: `${vector}\n${vector}`,
	};
}

describe(`of ${VECTORS.length} strings made to run something none does`, () => {
	test('there are more than 500, no two the same', () => {
		expect(new Set(VECTORS).size).toBeGreaterThan(500);
	});

	test('and each does, or would be seen to, where it is not made harmless', () => {
		const seen = VECTORS.filter((vector) => actingParts(read(vector)).length > 0);
		expect(seen.length).toBeGreaterThan(500);
	});

	test('in an article that the reader shows', () => {
		noneRuns((vector) => actingParts(sanitisedFragment(`<p>${vector}</p>`, window as unknown as Window)));
	});

	test('in a stand-alone page, wherever it stands in it', () => {
		noneRuns((vector) => {
			const page = toStandAloneHtml(inputOf(vector, vector)).replace(STAND_ALONE_STYLE, '');
			return actingParts(read(page)).filter((part) => !part.startsWith('meta'));
		});
	}, 120_000);

	test('in Markdown that is made a page of, HTML let through, but for a note, which is the reader’s own Markdown', () => {
		noneRuns((vector) => {
			const markdown = toPlainMarkdown(inputOf(vector, ''));
			const html = micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] });
			return actingParts(read(html));
		});
	}, 120_000);
});

/** Each is tried, and those in whose place something acts are named. */
function noneRuns(actingWith: (vector: string) => readonly string[]): void {
	const acting = VECTORS.map((vector) => [vector, actingWith(vector)] as const).filter(([, parts]) => parts.length > 0);
	tally('vectors', VECTORS.length, acting.length);
	expect(acting).toEqual([]);
}
