import fc from 'fast-check';
import { expect, test } from 'vitest';
import { conditionsOf, withCondition, withoutCondition } from '../../entrypoints/library/query-conditions.ts';

const told = (query: string) => conditionsOf(query).map(({ name, value, not }) => `${not ? '-' : ''}${name}=${value}`);

test('conditions are found among words, quoted or not, excluded or not, also with the colon of an input method', () => {
	expect(told('liberté edition:cn -tag:"press freedom" color：yellow 自由')).toEqual([
		'edition=cn',
		'-tag=press freedom',
		'color=yellow',
	]);
});

test.each(['https://www.rfi.fr', 'note: x', '"tag:a is quoted"', 'unknown:x', 'tag:', 'tag:""', ':'])(
	'no condition: %s',
	(query) => expect(told(query)).toEqual([]),
);

test('a condition that is put in is found, and the query is as before without it', () => {
	const value = fc.stringMatching(/^[\p{L}\p{N}'-]+( [\p{L}\p{N}'-]+)*$/u).filter((text) => text !== '');
	fc.assert(
		fc.property(fc.constantFrom('', 'le mot', 'color:blue', '"a phrase"'), value, (query, tag) => {
			const longer = withCondition(query, 'tag', tag);
			const added = conditionsOf(longer).at(-1)!;
			expect(added).toMatchObject({ name: 'tag', value: tag, not: false });
			expect(withoutCondition(longer, added)).toBe(query);
		}),
	);
});

test('a condition put in while a quotation is still open closes it first', () => {
	const longer = withCondition('le "premier mot', 'tag', 'press freedom');
	expect(longer).toBe('le "premier mot" tag:"press freedom"');
	expect(told(longer)).toEqual(['tag=press freedom']);
	expect(told(withCondition('tag:"press free', 'color', 'blue'))).toEqual(['tag=press free', 'color=blue']);
});
