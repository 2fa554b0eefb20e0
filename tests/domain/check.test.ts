import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkAnnotation, checkAnnotationChanges, checkDraft } from '../../utils/domain/check-annotation.ts';
import {
	checkArticleCandidate,
	checkArticleFacts,
	checkKeys,
	checkVersionCandidate,
} from '../../utils/domain/check-article.ts';
import { checkId, checkInstant } from '../../utils/domain/check-field.ts';
import { checkSelectors } from '../../utils/domain/check-selectors.ts';
import { COLORS, STYLES } from '../../utils/domain/color.ts';
import { Fault } from '../../utils/domain/fault.ts';

const SELECTORS = {
	quote: { type: 'TextQuoteSelector', exact: '文章', prefix: '', suffix: '' },
	position: { type: 'TextPositionSelector', start: 0, end: 2 },
};
const DRAFT = { color: 'yellow', style: 'solid', note: '', tags: [], selectors: SELECTORS };
const ANNOTATION = {
	...DRAFT,
	id: '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
	articleId: '3f2504e0-4f89-41d3-9a0c-0305e82c3302',
	version: 'a'.repeat(64),
	created: '2026-11-22T08:00:00.000Z',
	modified: '2026-11-22T08:00:00.000Z',
};
const FACTS = { title: 't', dir: 'ltr' };
const CANDIDATE = { facts: FACTS, keys: ['url:https://www.rfi.fr/cn/a'], address: 'https://www.rfi.fr/cn/a' };
const VERSION = { fingerprint: 'a'.repeat(64), captured: ANNOTATION.created, address: 'https://x/', text: 'x' };

const GUARDS = [
	['a draft', checkDraft, DRAFT],
	['an annotation', checkAnnotation, ANNOTATION],
	['an annotation in the trash', checkAnnotation, { ...ANNOTATION, deleted: ANNOTATION.modified }],
	['selectors', checkSelectors, SELECTORS],
	['a change', checkAnnotationChanges, { note: 'n', tags: ['t'] }],
	['no change', checkAnnotationChanges, {}],
	['facts', checkArticleFacts, { ...FACTS, published: ANNOTATION.created, leadImage: 'https://x/y.jpg' }],
	['an article', checkArticleCandidate, CANDIDATE],
	['a version', checkVersionCandidate, VERSION],
	['a version with HTML', checkVersionCandidate, { ...VERSION, html: '<p>' }],
] as const;

/** What a guard says to a value: `fine`, or the code and the place of the fault. */
function verdict(guard: (value: unknown) => unknown, value: unknown): string {
	try {
		guard(value);
		return 'fine';
	} catch (error) {
		if (error instanceof Fault) return error.message;
		throw error;
	}
}

for (const [name, guard, value] of GUARDS) {
	test(`${name} that is well formed passes unchanged, as a new object`, () => {
		expect(guard(value)).toEqual(value);
		expect(guard(value)).not.toBe(value);
	});

	test(`${name} sheds unknown members, and cannot reach a prototype`, () => {
		const hostile = JSON.parse(
			`{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}, "toString": 1, "extra": {}}`,
		);
		const result = guard(Object.defineProperties({ ...value }, Object.getOwnPropertyDescriptors(hostile))) as object;
		expect(Object.keys(result).sort()).toEqual(Object.keys(value).sort());
		expect(Object.getPrototypeOf(result)).toBe(Object.prototype);
		expect(({} as { polluted?: number }).polluted).toBeUndefined();
	});
}

for (const [name, guard] of GUARDS)
	test(`${name}: whatever else comes is invalid, and nothing else is thrown`, () => {
		fc.assert(
			fc.property(
				fc.anything({ withNullPrototype: true, withBigInt: true, withMap: true, withSparseArray: true }),
				(value) => {
					const said = verdict(guard, value);
					expect(said === 'fine' || said.startsWith('invalid')).toBe(true);
				},
			),
		);
		for (const value of [undefined, null, 0, '', 'x', [], [[]], () => {}])
			if (guard !== checkAnnotationChanges || typeof value !== 'object')
				expect(verdict(guard, value)).toMatch(/^invalid/);
	});

for (const [name, value, place] of [
	['an unknown colour', { ...DRAFT, color: 'red' }, 'color'],
	['a colour named like a member of every object', { ...DRAFT, color: 'constructor' }, 'color'],
	['an unknown style', { ...DRAFT, style: '__proto__' }, 'style'],
	['a note that is no string', { ...DRAFT, note: 1 }, 'note'],
	['a note as an object with a length', { ...DRAFT, note: { length: 1 } }, 'note'],
	['no note', { ...DRAFT, note: undefined }, 'note'],
	['a note that would fill the disk', { ...DRAFT, note: 'x'.repeat(5_000_001) }, 'note'],
	['tags that are no list', { ...DRAFT, tags: 'a' }, 'tags'],
	['a tag that is no string', { ...DRAFT, tags: ['a', 1] }, 'tags.1'],
	['too many tags', { ...DRAFT, tags: Array(501).fill('x') }, 'tags'],
	['a tag that is a book', { ...DRAFT, tags: ['x'.repeat(1001)] }, 'tags.0'],
	['no selectors', { ...DRAFT, selectors: null }, 'selectors'],
] as const)
	test(`a draft with ${name} is invalid, and the fault says where`, () => {
		expect(verdict(checkDraft, value)).toContain(`invalid: ${place} (`);
	});

const position = (start: unknown, end: unknown) => ({ ...SELECTORS, position: { ...SELECTORS.position, start, end } });
for (const [name, value] of [
	['an empty quote', { ...SELECTORS, quote: { ...SELECTORS.quote, exact: '' } }],
	['another type', { ...SELECTORS, quote: { ...SELECTORS.quote, type: 'XPathSelector' } }],
	['an end before the start', position(5, 4)],
	['no extent', position(5, 5)],
	['a negative start', position(-1, 4)],
	['a fraction', position(0.5, 4)],
	['NaN', position(Number.NaN, 4)],
	['Infinity', position(0, Number.POSITIVE_INFINITY)],
	['numbers as strings', position('0', '4')],
	['a place beyond any article', position(0, 1e9)],
] as const)
	test(`selectors with ${name} are invalid`, () => {
		expect(verdict(checkSelectors, value)).toMatch(/^invalid/);
	});

test('a note is kept byte for byte', () => {
	for (const note of [
		'a\ud800b\udc00',
		'a\0b',
		'\u202e\u2066',
		'a\r\nb\rc',
		'e\u0301',
		'注'.repeat(400_000),
		' \ufeff ',
	])
		expect(checkDraft({ ...DRAFT, note }).note).toBe(note);
	fc.assert(
		fc.property(fc.array(fc.integer({ min: 0, max: 0xffff })), (codes) => {
			const note = String.fromCharCode(...codes);
			expect(checkAnnotationChanges({ note })).toEqual({ note });
		}),
	);
});

test('tags are normalised on the way in', () => {
	expect(checkDraft({ ...DRAFT, tags: [' a  b ', 'e\u0301', 'é', '', 'a b', '__proto__'] }).tags).toEqual([
		'a b',
		'é',
		'__proto__',
	]);
});

test('all colours and styles pass', () => {
	for (const color of COLORS)
		for (const style of STYLES) expect(checkDraft({ ...DRAFT, color, style })).toMatchObject({ color, style });
});

test('an absent member of a change stays absent, and an undefined one is invalid', () => {
	expect(Object.keys(checkAnnotationChanges({ color: 'pink' }))).toEqual(['color']);
	expect(verdict(checkAnnotationChanges, { note: undefined })).toMatch(/^invalid/);
});

test('a fact that is malformed is left out, and does not keep the reader from annotating', () => {
	const given = {
		...FACTS,
		published: '22 November',
		leadImage: `data:${'x'.repeat(200_000)}`,
		lang: 5,
		byline: 'who',
		url: undefined,
	};
	expect(checkArticleFacts(given)).toStrictEqual({ ...FACTS, byline: 'who' });
	expect(verdict(checkArticleFacts, { ...FACTS, title: undefined })).toMatch(/^invalid/);
	expect(verdict(checkArticleFacts, { ...FACTS, dir: 'up' })).toMatch(/^invalid/);
});

test('identity keys are kinds and values', () => {
	expect(checkKeys(['url:x', 'text:y'])).toEqual(['url:x', 'text:y']);
	for (const keys of [[], ['x'], ['url:'], [':x'], ['URL:x'], [1], 'url:x', { 0: 'url:x', length: 1 }])
		expect(verdict(checkKeys, keys)).toMatch(/^invalid/);
});

test('a version has a fingerprint and a text of a size that can be', () => {
	expect(verdict(checkVersionCandidate, { ...VERSION, fingerprint: 'A'.repeat(64) })).toMatch(/^invalid/);
	expect(verdict(checkVersionCandidate, { ...VERSION, text: 'x'.repeat(20_000_001) })).toMatch(/^invalid/);
	expect(verdict(checkVersionCandidate, { ...VERSION, html: null })).toMatch(/^invalid/);
});

test('an instant is a moment that exists, in UTC with milliseconds', () => {
	expect(checkInstant('2026-11-22T08:00:00.000Z')).toBe('2026-11-22T08:00:00.000Z');
	for (const value of [
		'2026-11-22',
		'2026-11-22T08:00:00Z',
		'2026-13-22T08:00:00.000Z',
		'2026-11-22T08:00:00.000+01:00',
		0,
		new Date(),
	])
		expect(verdict(checkInstant, value)).toMatch(/^invalid/);
});

test('an id is a UUID in lower case', () => {
	expect(checkId(ANNOTATION.id)).toBe(ANNOTATION.id);
	for (const value of ['', ANNOTATION.id.toUpperCase(), `${ANNOTATION.id}\n`, '__proto__', 1])
		expect(verdict(checkId, value)).toMatch(/^invalid/);
});

test('a fault does not repeat what the reader wrote', () => {
	expect(verdict(checkDraft, { ...DRAFT, note: 'x', color: 'a secret' })).not.toContain('secret');
	expect(verdict(checkDraft, { ...DRAFT, note: ['a secret'] })).not.toContain('secret');
});

test('checking is linear: a hostile value of a megabyte is answered at once', () => {
	const started = performance.now();
	verdict(checkDraft, { ...DRAFT, tags: [' '.repeat(1000)], note: '\u0301'.repeat(1_000_000) });
	verdict(checkInstant, '2'.repeat(1_000_000));
	verdict(checkId, '0'.repeat(1_000_000));
	verdict(checkKeys, ['a'.repeat(100_000)]);
	expect(performance.now() - started).toBeLessThan(500);
});
