import { expect, describe as group, test } from 'vitest';
import { createAnchorer } from '../../../utils/anchoring/anchor.ts';
import { type ReadImport, readImport } from '../../../utils/exchange/import/read-import.ts';
import { toReadwise } from '../../../utils/exchange/readwise.ts';
import { ARTICLE, annotation, EXPORTED_AT } from '../build.ts';
import { AT, SURROUNDINGS } from './surroundings.ts';

const read = (file: unknown): ReadImport =>
	readImport(typeof file === 'string' ? file : JSON.stringify(file, undefined, 1), SURROUNDINGS);
const all = ({ parts }: ReadImport) => parts.flatMap(({ annotations }) => annotations);
const troubles = ({ notUnderstood }: ReadImport) => notUnderstood.map(({ why, path }) => [why, path]);

const PAGE = 'https://www.rfi.fr/fr/a';
const quote = (exact: string) => ({ type: 'TextQuoteSelector', exact });
const web = (more: object) => ({ type: 'Annotation', target: { source: PAGE, selector: quote('Sahel') }, ...more });
const body = (value: string, more: object = {}) => ({ type: 'TextualBody', value, ...more });

test('bare words that stand in several places are painted in none, whatever position a file tells or does not tell', () => {
	const text = 'Sahel : les puits à sec\nLe maire du Sahel est venu mardi. Au Sahel on attend encore la pluie.';
	for (const file of [
		'Highlight,URL\nSahel,https://www.rfi.fr/fr/a',
		`Highlight,URL,Location\nSahel,https://www.rfi.fr/fr/a,${text.indexOf('Sahel', 5)}`,
		[{ url: PAGE, highlights: [{ text: '<p>Sahel</p>', timestamp: 1_750_000_000_000 }] }],
		web({}),
	]) {
		const [one] = all(read(file));
		expect(createAnchorer({ text }).anchor(one!.selectors).state).toBe('orphan');
	}
	const [once] = all(read('Highlight,URL,Location\nles puits à sec,https://www.rfi.fr/fr/a,8'));
	expect(createAnchorer({ text }).anchor(once!.selectors)).toMatchObject({ state: 'anchored', start: 8 });
});

group('a Web Annotation of another program', () => {
	test.each(['oa:', 'http://www.w3.org/ns/oa#', ''])('names its terms with %j before them', (before) => {
		const tag = body('eau', { purpose: `${before}tagging` });
		const read1 = read(
			web({ type: `${before}Annotation`, body: [body('oui', { purpose: `${before}commenting` }), tag] }),
		);
		expect(all(read1)).toMatchObject([{ note: 'oui', tags: ['eau'] }]);
		const reply = read({ type: 'Annotation', motivation: `${before}replying`, target: 'https://hypothes.is/a/abc' });
		expect(reply).toMatchObject({ parts: [], notUnderstood: [{ why: 'reply' }] });
	});

	test('has bodies without a purpose, which are tags only where it is for nothing else', () => {
		expect(all(read(web({ motivation: ['commenting', 'tagging'], body: body('oui') })))).toMatchObject([
			{ note: 'oui', tags: [] },
		]);
		expect(all(read(web({ motivation: ['tagging'], body: body('eau') })))).toMatchObject([{ note: '', tags: ['eau'] }]);
	});

	test('holds replies of others, which are not the reader’s note', () => {
		const found = read(web({ body: [body('mine'), body('of Bob', { purpose: 'replying' })] }));
		expect(all(found)).toMatchObject([{ note: 'mine' }]);
		expect(troubles(found)).toEqual([['reply', 'body[1]']]);
	});

	test('is the same one after it was edited', () => {
		const [first, later] = ['v1', 'v2'].map((note) => all(read(web({ id: 'https://e.org/1', body: body(note) })))[0]!);
		expect(later!.id).toBe(first!.id);
		expect(all(read(web({ id: '_:b0', body: body('v3') })))[0]!.id).not.toBe(first!.id);
	});

	test('says HTML with parameters or in a list', () => {
		for (const format of ['text/html; charset=utf-8', ['text/html']])
			expect(all(read(web({ body: body('<p>a</p>', { format }) })))[0]!.note).toBe('a');
	});

	test('has a position within what it refines, which is none in the text', () => {
		const position = (start: number) => ({ type: 'TextPositionSelector', start, end: start + 5 });
		const selector = [{ type: 'XPathSelector', value: '/p', refinedBy: position(4) }, quote('Sahel'), position(900)];
		expect(all(read(web({ target: { source: PAGE, selector } })))[0]!.selectors.position.start).toBe(900);
	});

	test('tells times that are none, which are listed', () => {
		expect(troubles(read(web({ created: 'yesterday', modified: '2026-01-01' })))).toEqual([['bad-member', 'created']]);
	});

	test('cannot be placed: nothing of its article is brought in', () => {
		const found = read(web({ target: { source: PAGE, selector: { type: 'XPathSelector', value: '/p' } } }));
		expect(found).toMatchObject({ parts: [], notUnderstood: [{ why: 'no-quote' }] });
	});
});

group('a Hypothesis annotation', () => {
	const one = (text: string, more: object = {}) => ({
		annotations: [{ id: 'abcDEF12', uri: PAGE, text, target: [{ selector: [quote('Sahel')] }], ...more }],
	});

	test('is the same one after it was edited', () => {
		expect(all(read(one('edited')))[0]!.id).toBe(all(read(one('first')))[0]!.id);
	});

	test('has other targets, and times that are none: both are listed', () => {
		const found = read(
			one('a', { target: [{ selector: [quote('Sahel')] }, { selector: [quote('eau')] }], updated: 'x' }),
		);
		expect(troubles(found)).toEqual([
			['wrong-form', 'annotations[0].target[1]'],
			['bad-member', 'annotations[0].updated'],
		]);
	});
});

group('a table of Readwise', () => {
	test('has days that are certain, or else the import’s, which is told', () => {
		const times = ['2026-02-01 08:30:00+00:00', 'February 1, 2026 8:30 AM UTC', '01/02/2026 08:30', '7'];
		const found = read(`Highlight,URL,Date\n${times.map((time, n) => `h${n},${PAGE},"${time}"`).join('\n')}`);
		const day = '2026-02-01T08:30:00.000Z';
		expect(all(found).map(({ created }) => created)).toEqual([day, day, AT, AT]);
		expect(found.notUnderstood.map(({ line }) => line)).toEqual([4, 5]);
	});

	test('has blanks around the names of its columns', () => {
		expect(all(read(` "Highlight" , URL\nh,${PAGE}`))).toHaveLength(1);
	});

	test.each([
		['.NET en Afrique', []],
		['.fr : le domaine', ['eau']],
		['texte', ['.net', 'droit']],
	])('of ours gives back the note %j and the tags %j', (note, tags) => {
		const file = toReadwise({ article: ARTICLE, annotations: [annotation({ note, tags })], exportedAt: EXPORTED_AT });
		expect(all(read(file))).toMatchObject([{ note, tags: tags.map((tag) => tag.replace(/^\./, '')) }]);
	});
});

test('ids of a clip are milliseconds or nothing', () => {
	const clips = ['hl-7', 'note 3', '1', '1750000000000'].map((id) => ({ id, type: 'text', content: `<p>${id}</p>` }));
	const found = all(read([{ url: PAGE, highlights: [], data: clips }]));
	expect(found.map(({ created }) => created)).toEqual([AT, AT, AT, new Date(1_750_000_000_000).toISOString()]);
});
