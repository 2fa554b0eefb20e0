import fc from 'fast-check';
import { expect, test } from 'vitest';
import { searchFold } from '../../entrypoints/library-index/search-fold.ts';
import { LONGEST_QUERY, parseQuery } from '../../utils/search/parse-query.ts';
import type { Clause } from '../../utils/search/query.ts';

const parse = (query: string) => parseQuery(query, searchFold);
const problemsOf = (query: string) => parse(query).problems.map(({ kind }) => kind);

/** A clause as short as it can be told. */
function told(clause: Clause): string {
	const sign = clause.not ? '-' : '';
	if (clause.kind === 'filter') return `${sign}${clause.name}:${clause.value}`;
	if (clause.kind === 'date') return `${sign}date`;
	return `${sign}${clause.words.map(({ term }) => term).join(' ')}${clause.isPrefix ? '*' : ''}`;
}

test.each([
	['élys', ['elys*']],
	['élysée ', ['elysee']],
	["l'Élysée", ['l elysee*']],
	['法國 總統', ['法 国', '总 统']],
	['"press freedom', ['press freedom']],
	['“press freedom” now', ['press freedom', 'now*']],
	['-paris "la seine" -"rive gauche"', ['-paris', 'la seine', '-rive gauche']],
	['color:2 -color:Yellow', ['color:green', '-color:yellow']],
	['tag:"Press Freedom" edition:CN', ['tag:pressfreedom', 'edition:cn']],
	['tag:“新闻 自由”', ['tag:新闻自由']],
	['颜色 color：blue', ['颜 色', 'color:blue']],
	['Colour:2 -colour:pink', ['color:green', '-color:pink']],
	['has:note is:orphan -is:changed', ['has:note', 'is:orphan', '-is:changed']],
	['after:2026-05 before:۲۰۲۶', ['date', 'date']],
	['كتاب کتاب', ['كتاب', 'كتاب*']],
	['ЁЛКА', ['елка*']],
	['tag: water -color: 2 after:  2026', ['tag:water', '-color:green', 'date']],
	['tag: color:blue -tag: "la seine"', ['tag', 'color:blue', '-tag:laseine']],
	['well tag:', ['well']],
	['well color： ', ['well']],
	['- !? … -', []],
	['', []],
])('%s', (query, clauses) => {
	expect(parse(query).clauses.map(told)).toEqual(clauses);
});

test.each([
	['"paris', ['unbalanced-quote']],
	['author:red', ['unknown-operator']],
	['https://www.rfi.fr/cn', []],
	['color:mauve', ['bad-value']],
	['before:tomorrow after:2026-13 after:2026-02-30', ['bad-value', 'bad-value', 'bad-value']],
	['x'.repeat(10_000), ['too-long']],
	['a '.repeat(100), ['too-long']],
	['😀', ['no-words']],
	[' \\ / ', ['no-words']],
	['-/', ['no-words']],
	['"…"', ['no-words']],
	// What is still to be typed, and signs beside words, are nobody's mistake.
	['', []],
	['-', []],
	['tag:', []],
	['paris – /', []],
	['tag:water 😀', []],
])('%s has its problems told', (query, problems) => {
	expect(problemsOf(query)).toEqual(problems);
});

test('a value that nothing has is told, and the rest is searched for', () => {
	const { clauses, problems } = parse('paris color:mauve seine ');
	expect(clauses.map(told)).toEqual(['paris', 'seine']);
	expect(problems).toEqual([{ kind: 'bad-value', at: 6, text: 'color:mauve' }]);
});

test('facets add to the query', () => {
	const within = { edition: 'cn', color: 'yellow', from: '2026-05', to: '2026-05' } as const;
	const { clauses } = parseQuery('', searchFold, within);
	expect(clauses.map(told)).toEqual(['edition:cn', 'color:yellow', 'date']);
	const span = clauses.at(-1);
	const days = span?.kind === 'date' ? (span.to - span.from) / 86_400 : 0;
	expect(days).toBeCloseTo(31, 0);
});

test('whatever is typed, however long, is read at once and never throws', () => {
	const piece = fc.constantFrom(
		...['"', '“', '-', ':', 'tag:', 'x', '法', ' ', '\ud800', '\0', '-"', 'color:"', 'before:', '。'],
	);
	const typed = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 300 }),
		fc.array(piece, { maxLength: 3000 }).map((all) => all.join('')),
	);
	fc.assert(
		fc.property(typed, (query) => {
			const { clauses, problems } = parse(query);
			for (const { at } of problems) expect(at).toBeLessThanOrEqual(Math.min(query.length, LONGEST_QUERY));
			for (const clause of clauses) if (clause.kind === 'words') expect(clause.words[0]?.offset).toBe(0);
		}),
	);
});
