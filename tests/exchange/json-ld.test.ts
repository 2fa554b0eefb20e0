import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import jsonld from 'jsonld';
import { describe, expect, test } from 'vitest';
import type { ArticleExport } from '../../utils/exchange/article-export.ts';
import { toStandAloneHtml } from '../../utils/exchange/stand-alone-html.ts';
import { toWebAnnotations } from '../../utils/exchange/web-annotation.ts';
import { ANNOTATION_CONTEXT } from './annotation-context.ts';
import { awkwardText } from './awkward-text.ts';
import { ARTICLE, annotation, EXPORTED_AT } from './build.ts';
import { manyText } from './many-text.ts';

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
const OA = 'http://www.w3.org/ns/oa#';
const OPTIONS = {
	// Whatever would be lost is an error: a term that the context does not have, a name that is no IRI.
	safe: true,
	documentLoader: async (url: string) => {
		if (url !== CONTEXT) throw new Error(`nothing is fetched: ${url}`);
		return { documentUrl: url, document: { '@context': ANNOTATION_CONTEXT as jsonld.ContextDefinition } };
	},
};

interface Quad {
	readonly subject: { readonly value: string };
	readonly predicate: { readonly value: string };
	readonly object: { readonly value: string };
}

async function quadsOf(text: string): Promise<Quad[]> {
	return (await jsonld.toRDF(JSON.parse(text), OPTIONS)) as unknown as Quad[];
}

const values = (quads: readonly Quad[], predicate: string): string[] =>
	quads.filter((quad) => quad.predicate.value === predicate).map(({ object }) => object.value);

const uuid = fc.uuid({ version: 4 });
const instant = fc
	.date({ min: new Date('2000-01-01'), max: new Date('2099-01-01'), noInvalidDate: true })
	.map((date) => date.toISOString());
const anAnnotation = fc
	.record({
		...{ id: uuid, created: instant, modified: instant, note: awkwardText },
		color: fc.constantFrom('yellow', 'green', 'purple'),
		style: fc.constantFrom('solid', 'underline'),
		tags: fc.uniqueArray(awkwardText, { maxLength: 3 }),
		exact: awkwardText,
		start: fc.nat(60),
	})
	.map(annotation);
const anExport: fc.Arbitrary<ArticleExport> = fc
	.record({
		annotations: fc.uniqueArray(anAnnotation, { selector: ({ id }) => id, maxLength: 4 }),
		...{ title: awkwardText, byline: awkwardText, note: awkwardText, text: awkwardText, column: awkwardText },
		...{ dir: fc.constantFrom('ltr', 'rtl'), isKept: fc.boolean(), hasUrl: fc.boolean() },
	})
	.map(({ annotations, title, byline, column, note, text, dir, isKept, hasUrl }) => {
		const { url, ...facts } = ARTICLE;
		const id = '11111111-1111-4111-8111-111111111111';
		return {
			article: { ...facts, title, byline, column, dir, ...(hasUrl && { url }) },
			annotations,
			articleNote: note,
			exportedAt: EXPORTED_AT,
			archivedAt: 'https://web.archive.org/web/20260102000000/https://www.rfi.fr/fr/a',
			...(isKept && {
				versions: new Map([['f'.repeat(64), { text, captured: EXPORTED_AT, address: 'https://www.rfi.fr/fr/a' }]]),
				stored: { id, keys: ['url:a', 'text:b'], addresses: ['file:///a b.html'], added: EXPORTED_AT },
			}),
		};
	});

/** So many there are, the note on the article counted. */
const count = ({ annotations, articleNote }: ArticleExport): number => annotations.length + (articleNote ? 1 : 0);

describe('a processor of JSON-LD', () => {
	test('understands every term of an export, and finds each annotation with its words', async () => {
		await fc.assert(
			fc.asyncProperty(anExport, async (input) => {
				const quads = await quadsOf(toWebAnnotations(input));
				const annotated = values(quads, `${OA}hasTarget`);
				expect(annotated).toHaveLength(count(input));
				expect(values(quads, `${OA}exact`).sort()).toEqual(
					input.annotations.map(({ selectors }) => selectors.quote.exact).sort(),
				);
				expect(values(quads, `${OA}motivatedBy`).filter((motivation) => !motivation.startsWith(OA))).toEqual([]);
				expect(values(quads, 'http://www.w3.org/ns/activitystreams#totalItems')).toEqual([String(count(input))]);
			}),
			{ numRuns: 60 },
		);
	});

	test('finds in the web page what it finds in the annotations alone', async () => {
		await fc.assert(
			fc.asyncProperty(anExport, async (input) => {
				const { document } = new JSDOM(toStandAloneHtml(input)).window;
				const quads = await quadsOf(document.querySelector('script')!.textContent!);
				expect(values(quads, `${OA}hasTarget`)).toHaveLength(count(input));
			}),
			{ numRuns: 30 },
		);
	});

	test('understands the pages of many articles, in their order', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(anExport, { maxLength: 4 }), async (inputs) => {
				const articles = inputs.map(({ stored: _, ...one }, index) => {
					const articleId = `${String(index).padStart(8, '0')}-1111-4111-8111-111111111111`;
					return { ...one, annotations: one.annotations.map((each) => ({ ...each, articleId })) };
				});
				const facts = { id: 'urn:uuid:33333333-3333-4333-8333-333333333333', label: 'x', exportedAt: EXPORTED_AT };
				const quads = await quadsOf(manyText('web-annotation', articles, facts));
				const total = inputs.reduce((sum, one) => sum + count(one), 0);
				expect(values(quads, 'http://www.w3.org/ns/activitystreams#totalItems')).toEqual([String(total)]);
			}),
			{ numRuns: 30 },
		);
	});

	test.each([
		['a term that the context does not have', { colour: 'yellow' }],
		['a name that is no IRI', { id: 'annotation one' }],
		['a motivation that is none', { motivation: 'looking' }],
	])('refuses %s', async (_, change) => {
		const file = JSON.parse(
			toWebAnnotations({ article: ARTICLE, annotations: [annotation()], exportedAt: EXPORTED_AT }),
		);
		Object.assign(file.first.items[0], change);
		await expect(quadsOf(JSON.stringify(file))).rejects.toThrow();
	});
});
