import fc from 'fast-check';
import { expect, test } from 'vitest';
import { searchFold } from '../../entrypoints/library-index/search-fold.ts';
import type { SearchField, Snippet } from '../../utils/domain/search.ts';
import { makeSnippet } from '../../utils/search/make-snippet.ts';
import { parseQuery } from '../../utils/search/parse-query.ts';

function snippet(query: string, text: string, field: SearchField = 'text'): Snippet | undefined {
	return makeSnippet('id', [field, text], parseQuery(query, searchFold), searchFold);
}

/** With what is marked in brackets. */
function marked(of: Snippet | undefined): string | undefined {
	if (of === undefined) return undefined;
	let [out, from] = ['', 0];
	for (const [start, end] of of.marks) {
		out += `${of.text.slice(from, start)}[${of.text.slice(start, end)}]`;
		from = end;
	}
	return out + of.text.slice(from);
}

test.each([
	['总统', '昨天下雨。法國總統馬克龍說，今天晴。明天再說。', '法國[總統]馬克龍說，今天晴。'],
	['統', '法國總統府。總統來了。', '法國總[統]府。'],
	['法国总统', '法國，總統。法國總統。', '[法國總統]。'],
	['élys', "Il pleut. Il est à l'Elysée ce soir. Demain aussi.", "Il est à l'[Elysée] ce soir."],
	['"a l elysee"', "Il est à l'Élysée.", "Il est [à l'Élysée]."],
	['كتاب ', 'این کتاب‌ها خوب است. آن هم.', undefined],
	['کتاب‌ها', 'این كتابها خوب است. آن هم.', 'این [كتابها] خوب است.'],
	['елка', 'Это ёлка! Да.', 'Это [ёлка]!'],
	['ភាសា', 'នេះជាភាសាខ្មែរ', 'នេះជា[ភាសា]ខ្មែរ'],
	['𠮷', '甲𠮷乙', '甲[𠮷]乙'],
	['color:yellow -rien', 'rien de jaune', undefined],
])('%s in %s', (query, text, expected) => {
	expect(marked(snippet(query, text))).toBe(expected);
});

test('a quote is shown whole, all of its marks with it', () => {
	const quote = 'Paris est une fête. Paris aussi. '.repeat(20);
	const whole = snippet('paris', quote, 'quote');
	expect(whole?.text).toBe(quote);
	expect(whole?.marks).toHaveLength(40);
});

test('of many places the one is shown where most of what is looked for stands together', () => {
	const text = `La rose est rouge. ${'Rien ici. '.repeat(50)}Le lys et la rose sont au jardin. ${'Rien ici. '.repeat(50)}Le lys est blanc.`;
	expect(marked(snippet('rose lys ', text))).toBe('Le [lys] et la [rose] sont au jardin.');
});

test('of places as good the one is shown where they stand closest', () => {
	const text = 'The year was read anew. State-of-the-art work.';
	expect(marked(snippet('state of the art ', text))).toBe('[State]-[of]-[the]-[art] work.');
});

test('a sentence without end is cut at words, and says so', () => {
	const text = `${'mot '.repeat(100)}aiguille ${'mot '.repeat(100)}`;
	const found = marked(snippet('aiguille ', text))!;
	expect(found).toMatch(/^…mot (?:mot )+\[aiguille\](?: mot)+…$/);
	expect(found.length).toBeLessThan(250);
});

test('marks always lie in the text shown, apart from each other, and say what was looked for', () => {
	const pieces = fc.constantFrom(
		...['法国', '總統', '。', ' ', 'Élysée', "l'", '.', '\n', '𠮷', '😀', 'ёлка', '\ud800', 'كتاب', 'é'],
	);
	const text = fc.array(pieces, { maxLength: 80 }).map((all) => all.join(''));
	fc.assert(
		fc.property(text, fc.constantFrom('总', '法国', 'elysee', '𠮷', 'ел', '"法国总统" elysee '), (text, query) => {
			const found = snippet(query, text);
			if (!found) return;
			expect(found.marks.length).toBeGreaterThan(0);
			let last = -1;
			for (const [start, end] of found.marks) {
				expect(start).toBeGreaterThan(last);
				expect(end).toBeGreaterThan(start);
				expect(end).toBeLessThanOrEqual(found.text.length);
				last = end;
			}
			if (text.isWellFormed()) expect(found.text.isWellFormed()).toBe(true);
		}),
	);
});
