import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	choicesOf,
	type Filters,
	isFiltering,
	NO_FILTERS,
	passing,
	readFilters,
} from '../../components/panel/filters.ts';
import type { Annotation } from '../../utils/domain/annotation.ts';
import { COLORS } from '../../utils/domain/color.ts';
import type { AnchorState } from '../../utils/domain/outcome.ts';
import { annotation } from '../exchange/build.ts';

const STATES = ['anchored', 'changed', 'orphan'] as const;
const TAGS = ['a', 'b', 'c'];

const filters: fc.Arbitrary<Filters> = fc.record({
	query: fc.constantFrom('', 'pomme', 'poire'),
	colors: fc.subarray([...COLORS], { maxLength: 2 }),
	states: fc.subarray([...STATES], { maxLength: 2 }),
	tags: fc.subarray(TAGS, { maxLength: 2 }),
	withNote: fc.boolean(),
});
const list = fc
	.array(
		fc.record({
			color: fc.constantFrom(...COLORS),
			tags: fc.subarray(TAGS),
			note: fc.constantFrom('', 'une note'),
			exact: fc.constantFrom('pomme', 'poire', 'prune'),
			state: fc.option(fc.constantFrom(...STATES), { nil: undefined }),
		}),
	)
	.map((items) => ({
		annotations: items.map(({ state: _, ...one }, index) => annotation({ ...one, id: String(index) })),
		outcomes: Object.fromEntries(
			items.flatMap(({ state }, index): [string, AnchorState][] => (state ? [[String(index), state]] : [])),
		),
	}));
const idsOf = (annotations: readonly Annotation[]) => annotations.map(({ id }) => id);

describe('filters of the list', () => {
	test('without any, everything passes in its order', () => {
		fc.assert(
			fc.property(list, ({ annotations, outcomes }) => {
				expect(passing(annotations, outcomes, NO_FILTERS)).toEqual(annotations);
			}),
		);
		expect(isFiltering(NO_FILTERS)).toBe(false);
	});

	test('of several kinds each must hold', () => {
		fc.assert(
			fc.property(list, filters, ({ annotations, outcomes }, { query, colors, states, tags, withNote }) => {
				const alone = [{ query }, { colors }, { states }, { tags }, { withNote }].map((one) =>
					idsOf(passing(annotations, outcomes, { ...NO_FILTERS, ...one })),
				);
				const all = idsOf(passing(annotations, outcomes, { query, colors, states, tags, withNote }));
				expect(all).toEqual(idsOf(annotations).filter((id) => alone.every((ids) => ids.includes(id))));
			}),
		);
	});

	test('the number at a choice is how many would be shown if it were the only one of its kind', () => {
		fc.assert(
			fc.property(list, filters, ({ annotations, outcomes }, given) => {
				const choices = choicesOf(annotations, outcomes, given);
				const shown = (change: Partial<Filters>) => passing(annotations, outcomes, { ...given, ...change }).length;
				for (const { value, count } of choices.colors) expect(count).toBe(shown({ colors: [value] }));
				for (const { value, count } of choices.states) expect(count).toBe(shown({ states: [value] }));
				for (const { value, count } of choices.tags) expect(count).toBe(shown({ tags: [value] }));
				expect(choices.withNote.count).toBe(shown({ withNote: true }));
			}),
		);
	});

	test('what is chosen is there to be let go of, although nothing has it any more', () => {
		const { tags } = choicesOf([annotation({ tags: ['a'] })], {}, { ...NO_FILTERS, tags: ['gone'] });
		expect(tags).toContainEqual({ value: 'gone', count: 0, isChosen: true });
	});

	test('what was kept is read again, and anything else is none', () => {
		fc.assert(
			fc.property(filters, (given) => {
				expect(readFilters(JSON.parse(JSON.stringify(given)))).toEqual(given);
			}),
		);
		for (const kept of [undefined, 1, 'x', { colors: 'yellow', states: ['lost'], tags: [1], query: null }])
			expect(readFilters(kept)).toEqual(NO_FILTERS);
	});
});
