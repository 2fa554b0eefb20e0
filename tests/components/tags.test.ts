import { describe, expect, it } from 'vitest';
import { formatTags, parseTags } from '../../components/annotation/tags.ts';

describe('tags as typed', () => {
	it.each([
		['politique, Chine', ['politique', 'Chine']],
		['人权，外交、经济', ['人权', '外交', '经济']],
		['سیاست، ایران', ['سیاست', 'ایران']],
		[' a ,, b , a ', ['a', 'b']],
		['two  words', ['two words']],
		['', []],
	])('%s are %o', (typed, tags) => {
		expect(parseTags(typed)).toEqual(tags);
	});

	it('come back from being shown', () => {
		expect(parseTags(formatTags(['a b', 'c']))).toEqual(['a b', 'c']);
	});
});
