import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toBibLatex } from '../../utils/exchange/biblatex.ts';
import { toCslJson } from '../../utils/exchange/csl-json.ts';
import { toRis } from '../../utils/exchange/ris.ts';
import { awkwardText } from './awkward-text.ts';
import { ARTICLE, annotation, EXPORTED_AT } from './build.ts';

const INPUT = {
	article: { ...ARTICLE, description: 'Trente puits.' },
	annotations: [annotation({ note: 'à vérifier\n\nbientôt', tags: ['eau'] }), annotation({ start: 20, exact: 'deux' })],
	exportedAt: EXPORTED_AT,
	archivedAt: 'https://web.archive.org/web/20260102/https://www.rfi.fr/fr/',
};
const oneLine = (text: string): string => text.toWellFormed().replace(/\s+/g, ' ').trim();

/** Fields of RIS in their order; throws where a line is none. */
function parseRis(file: string): [string, string][] {
	const lines = file.split('\r\n');
	expect(lines.pop()).toBe('');
	return lines.map((line) => {
		const [, tag, value] = /^([A-Z][A-Z0-9]) {2}- (.*)$/s.exec(line) ?? [];
		if (tag === undefined || /[\r\n]/.test(value!)) throw new Error(`no field: ${JSON.stringify(line)}`);
		return [tag, value!];
	});
}

/** An entry of BibTeX as biber parts it: braces count whatever stands before them. */
function parseBib(file: string): { key: string; fields: Map<string, string> } {
	const head = /^@online\{([^,\s]+),\n/.exec(file)!;
	const fields = new Map<string, string>();
	let at = head[0].length;
	for (let match: RegExpExecArray | null; ; ) {
		match = /^\t([a-z]+) = \{/.exec(file.slice(at));
		if (match === null) break;
		at += match[0].length;
		const start = at;
		for (let depth = 1; depth > 0; at++) {
			if (at >= file.length) throw new Error('a brace is not closed');
			if (file[at] === '{') depth++;
			else if (file[at] === '}') depth--;
		}
		fields.set(match[1]!, file.slice(start, at - 1));
		if (file.slice(at, at + 2) !== ',\n') throw new Error('no end of a field');
		at += 2;
	}
	expect(file.slice(at)).toBe('}\n');
	return { key: head[1]!, fields };
}

/** What TeX prints of our escapes. */
function printed(tex: string): string {
	const names: Record<string, string> = {
		textbackslash: '\\',
		textasciitilde: '~',
		textasciicircum: '^',
		textbraceleft: '{',
		textbraceright: '}',
	};
	return tex.replace(/\\(?:([a-z]+)\{\}|([&%#$_]))|[\\~^{}&%#$_]/g, (raw, name, sign) => {
		if (name === undefined && sign === undefined) throw new Error(`TeX would take ${raw} for its own`);
		return sign ?? names[name]!;
	});
}

test('RIS has every fact on a line of its own', () => {
	expect(parseRis(toRis(INPUT))).toEqual([
		['TY', 'NEWS'],
		['TI', ARTICLE.title],
		['AU', 'RFI'],
		['T2', 'RFI'],
		['PB', 'Radio France Internationale'],
		['PY', '2026'],
		['DA', '2026/01/01'],
		['Y2', '2026/11/22'],
		['UR', ARTICLE.url],
		['LA', 'fr'],
		['AB', 'Trente puits.'],
		['KW', 'eau'],
		['N1', 'l’eau manque — à vérifier bientôt'],
		['N1', 'deux'],
		['ER', ''],
	]);
});

test('CSL-JSON has its names, dates and where an archive keeps the page', () => {
	expect(JSON.parse(toCslJson(INPUT))).toEqual([
		{
			id: 'rfi-2026-01-01-11111111',
			type: 'article-newspaper',
			title: ARTICLE.title,
			author: [{ literal: 'RFI' }],
			'container-title': 'RFI',
			publisher: 'Radio France Internationale',
			issued: { 'date-parts': [[2026, 1, 1]] },
			accessed: { 'date-parts': [[2026, 11, 22]] },
			URL: ARTICLE.url,
			archive: 'Internet Archive',
			archive_location: INPUT.archivedAt,
			language: 'fr',
			abstract: 'Trente puits.',
			keyword: 'eau',
		},
	]);
});

test('BibLaTeX has the same', () => {
	const { key, fields } = parseBib(toBibLatex(INPUT));
	expect(key).toBe('rfi-2026-01-01-11111111');
	expect(Object.fromEntries(fields)).toEqual({
		author: '{RFI}',
		title: ARTICLE.title,
		organization: 'Radio France Internationale',
		date: '2026-01-01',
		url: ARTICLE.url,
		urldate: '2026-11-22',
		langid: 'french',
		keywords: 'eau',
		abstract: 'Trente puits.',
		note: `\\url{${INPUT.archivedAt}}`,
	});
});

test('a page that is no RFI article is not said to be one', () => {
	const article = { title: 'Autre', dir: 'ltr' as const };
	const input = { article, annotations: [], exportedAt: EXPORTED_AT };
	expect(JSON.parse(toCslJson(input))[0]).toEqual({
		id: 'rfi',
		type: 'webpage',
		title: 'Autre',
		accessed: { 'date-parts': [[2026, 11, 22]] },
	});
	expect(parseRis(toRis(input))[0]).toEqual(['TY', 'ELEC']);
});

test('no text breaks out of its field', () => {
	fc.assert(
		fc.property(awkwardText, awkwardText, awkwardText, (title, byline, text) => {
			const article = { ...ARTICLE, title, byline, description: text };
			const one = annotation({ exact: text, note: title, tags: [byline] });
			const input = { article, annotations: [one], exportedAt: EXPORTED_AT };
			const ris = parseRis(toRis(input));
			expect(ris.filter(([tag]) => tag === 'ER')).toHaveLength(1);
			expect(ris.find(([tag]) => tag === 'TI')?.[1] ?? '').toBe(oneLine(title));
			const { fields } = parseBib(toBibLatex(input));
			expect(printed(fields.get('title') ?? '')).toBe(oneLine(title));
			expect(printed(fields.get('abstract') ?? '')).toBe(oneLine(text));
			expect(printed((fields.get('author') ?? '{}').slice(1, -1))).toBe(oneLine(byline));
			expect(JSON.parse(toCslJson(input))[0].title).toBe(oneLine(title));
		}),
		{ numRuns: 300 },
	);
});

test('the address of a stored copy breaks no entry of BibLaTeX: what begins a comment in it is escaped', () => {
	const archivedAt = 'https://web.archive.org/web/20260102/https://www.rfi.fr/cn/%E4%B8%AD#a';
	expect(toBibLatex({ ...INPUT, archivedAt })).toContain('rfi.fr/cn/\\%E4\\%B8\\%AD\\#a}}');
});

test('articles without annotations have keys of their own, the same ones as with them', () => {
	const stored = (id: string) => ({ id, keys: [], addresses: [], added: EXPORTED_AT });
	const keyOf = (input: Parameters<typeof toBibLatex>[0]) => /\{(.+),/.exec(toBibLatex(input))![1];
	const [a, b] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'].map(stored);
	const bare = { ...INPUT, annotations: [] };
	expect(keyOf({ ...bare, stored: a! })).not.toBe(keyOf({ ...bare, stored: b! }));
	expect(keyOf({ ...bare, stored: a! })).toBe(keyOf(INPUT));
});
