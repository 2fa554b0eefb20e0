import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codePointOffsets } from '../../utils/exchange/code-points.ts';
import { toHypothesis } from '../../utils/exchange/hypothesis.ts';
import { toWebAnnotations } from '../../utils/exchange/web-annotation.ts';
import { awkwardText } from './awkward-text.ts';
import { ARTICLE, annotation, EXPORTED_AT } from './build.ts';

const exportOf = (...annotations: ReturnType<typeof annotation>[]) => ({
	article: ARTICLE,
	annotations,
	exportedAt: EXPORTED_AT,
});

function nodesIn(value: unknown): Record<string, unknown>[] {
	if (Array.isArray(value)) return value.flatMap(nodesIn);
	if (typeof value !== 'object' || value === null) return [];
	return [value as Record<string, unknown>, ...Object.values(value).flatMap(nodesIn)];
}

test('positions count code points of the text they were made in', () => {
	fc.assert(
		fc.property(awkwardText, awkwardText, awkwardText, (before, words, after) => {
			const [prefix, exact] = [before.toWellFormed(), words.toWellFormed() || '中'];
			const text = prefix + exact + after.toWellFormed();
			const one = annotation({ exact, start: prefix.length });
			const versions = new Map([[one.version, { text, captured: EXPORTED_AT }]]);
			const file = JSON.parse(toWebAnnotations({ ...exportOf(one), versions }));
			const [quote, position] = file.first.items[0].target.selector;
			expect(quote.exact).toBe(exact);
			expect([...text].slice(position.start, position.end).join('')).toBe(exact);
		}),
	);
});

test('offsets become code points one by one, as counting them does', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), (text) => {
			const toCodePoints = codePointOffsets(text);
			let offset = 0;
			[...text].forEach((character, index) => {
				expect(toCodePoints(offset)).toBe(index);
				offset += character.length;
			});
			expect(toCodePoints(text.length)).toBe([...text].length);
		}),
	);
});

test('a collection has its one page, and every node a name of its own', () => {
	const other = '22222222-2222-4222-8222-222222222222';
	const file = JSON.parse(toWebAnnotations(exportOf(annotation({ start: 5 }), annotation({ id: other }))));
	expect(file['@context']).toBe('http://www.w3.org/ns/anno.jsonld');
	expect([file.type, file.label, file.total]).toEqual(['AnnotationCollection', ARTICLE.title, 2]);
	expect([file.first.type, file.first.startIndex]).toEqual(['AnnotationPage', 0]);
	expect(file.first.items.map(({ id }: { id: string }) => id)).toEqual([
		`urn:uuid:${other}`,
		'urn:uuid:0b6f8a5e-6a3e-4f0a-9d2c-1f4d5f1c7a10',
	]);
	const ids = nodesIn(file).flatMap(({ id }) => (id === undefined ? [] : [id]));
	expect(new Set(ids).size).toBe(ids.length);
	for (const id of ids) expect(() => new URL(id as string)).not.toThrow();
});

test('a highlight has no body, a note is commenting, tags are bodies of their own', () => {
	const [bare, noted] = JSON.parse(
		toWebAnnotations(
			exportOf(annotation(), annotation({ start: 9, note: '*a*', tags: ['b', 'c'], color: 'blue', style: 'outline' })),
		),
	).first.items;
	expect([bare.motivation, 'body' in bare]).toEqual(['highlighting', false]);
	expect(noted.motivation).toBe('commenting');
	expect(noted.body.map(({ value, purpose }: Record<string, string>) => [value, purpose])).toEqual([
		['*a*', 'commenting'],
		['b', 'tagging'],
		['c', 'tagging'],
	]);
	expect(noted.target.styleClass).toEqual(['blue', 'outline']);
});

test('a position is left out where the text it counts in is not kept; an article without address has a name', () => {
	const { url: _, ...article } = ARTICLE;
	const [item] = JSON.parse(toWebAnnotations({ ...exportOf(annotation()), article })).first.items;
	expect(item.target.selector.map(({ type }: { type: string }) => type)).toEqual(['TextQuoteSelector']);
	expect(item.target.source).toBe('urn:uuid:11111111-1111-4111-8111-111111111111');
});

test('an annotation that has not reached the store yet names no article', () => {
	const file = JSON.parse(toWebAnnotations(exportOf(annotation({ articleId: '' }))));
	expect(file.id).toBe(`${ARTICLE.url}#annotations`);
});

test('whatever was written comes back from both JSON formats, lone surrogates too', () => {
	fc.assert(
		fc.property(awkwardText, awkwardText, awkwardText, (exact, note, tag) => {
			const input = exportOf(annotation({ exact, note, tags: [tag] }));
			const web = JSON.parse(toWebAnnotations(input)).first.items[0];
			expect(web.target.selector[0].exact).toBe(exact);
			expect(web.body.at(-1).value).toBe(tag);
			if (note !== '') expect(web.body[0].value).toBe(note);
			const theirs = JSON.parse(toHypothesis(input)).annotations[0];
			expect([theirs.text, theirs.tags, theirs.target[0].selector[0].exact]).toEqual([note, [tag], exact]);
		}),
	);
});

test('Hypothesis is given what its importer reads, for nobody else to see', () => {
	const file = JSON.parse(toHypothesis(exportOf(annotation({ note: 'a' }), annotation({ deleted: EXPORTED_AT }))));
	expect(file.export_date).toBe('2026-11-22T08:00:00.000+00:00');
	expect(file.annotations).toHaveLength(1);
	const [one] = file.annotations;
	expect(one).toMatchObject({ uri: ARTICLE.url, text: 'a', document: { title: [ARTICLE.title] } });
	expect(one.user).toMatch(/^acct:[^@]+@.+\.invalid$/);
	expect(one.permissions.read).toEqual([one.user]);
	expect(one.target[0]).toMatchObject({ source: ARTICLE.url, selector: [{ type: 'TextQuoteSelector' }] });
});
