import type { Annotation } from '../../utils/domain/annotation.ts';
import { COLORS, type Color } from '../../utils/domain/color.ts';
import type { AnchorState } from '../../utils/domain/outcome.ts';
import { matches } from './matches.ts';

/** What a reader narrows the list to. Of one kind any will do; of several kinds each must hold. An empty one asks nothing. */
export interface Filters {
	readonly query: string;
	readonly colors: readonly Color[];
	readonly states: readonly AnchorState[];
	readonly tags: readonly string[];
	readonly withNote: boolean;
}

export const NO_FILTERS: Filters = { query: '', colors: [], states: [], tags: [], withNote: false };

export type Outcomes = Readonly<Record<string, AnchorState>>;

type FilterKind = keyof Filters;

export function isFiltering({ query, colors, states, tags, withNote }: Filters): boolean {
	return query.trim() !== '' || withNote || colors.length + states.length + tags.length > 0;
}

/** How many conditions are set, the words searched for aside. */
export function conditionCount({ colors, states, tags, withNote }: Filters): number {
	return colors.length + states.length + tags.length + (withNote ? 1 : 0);
}

/** The annotations that pass, in the order given. One whose state is not known yet passes no state. */
export function passing(
	annotations: readonly Annotation[],
	outcomes: Outcomes,
	filters: Filters,
	except?: FilterKind,
): Annotation[] {
	const { query, colors, states, tags, withNote } = filters;
	const asked = (kind: FilterKind, isSet: boolean): boolean => isSet && kind !== except;
	const tests = [
		asked('query', query.trim() !== '') && ((one: Annotation) => matches(one, query)),
		asked('colors', colors.length > 0) && ((one: Annotation) => colors.includes(one.color)),
		asked('states', states.length > 0) && ((one: Annotation) => states.includes(outcomes[one.id] as AnchorState)),
		asked('tags', tags.length > 0) && ((one: Annotation) => one.tags.some((tag) => tags.includes(tag))),
		asked('withNote', withNote) && ((one: Annotation) => one.note !== ''),
	].filter((test) => test !== false);
	return annotations.filter((one) => tests.every((test) => test(one)));
}

/** One choice of a kind, and how many annotations it would show beside what the other kinds ask. */
export interface Choice<Value> {
	readonly value: Value;
	readonly count: number;
	readonly isChosen: boolean;
}

export interface Choices {
	readonly colors: readonly Choice<Color>[];
	readonly states: readonly Choice<AnchorState>[];
	/** The most used first. */
	readonly tags: readonly Choice<string>[];
	readonly withNote: Choice<true>;
}

/** What can be chosen: what occurs at all, and what is chosen, so that it can be let go of. */
export function choicesOf(annotations: readonly Annotation[], outcomes: Outcomes, filters: Filters): Choices {
	function ofKind<Value extends string>(
		kind: FilterKind,
		chosen: readonly Value[],
		valuesOf: (one: Annotation) => readonly Value[],
	): Choice<Value>[] {
		const counts = new Map<Value, number>(chosen.map((value) => [value, 0]));
		for (const one of annotations) for (const value of valuesOf(one)) counts.set(value, 0);
		for (const one of passing(annotations, outcomes, filters, kind))
			for (const value of valuesOf(one)) counts.set(value, (counts.get(value) ?? 0) + 1);
		return [...counts].map(([value, count]) => ({ value, count, isChosen: chosen.includes(value) }));
	}
	const inOrder = <Value>(order: readonly Value[], choices: Choice<Value>[]) =>
		choices.sort((a, b) => order.indexOf(a.value) - order.indexOf(b.value));
	const noted = passing(annotations, outcomes, filters, 'withNote').filter(({ note }) => note !== '');
	return {
		colors: inOrder(
			COLORS,
			ofKind('colors', filters.colors, ({ color }) => [color]),
		),
		states: inOrder(
			['anchored', 'changed', 'orphan'],
			ofKind('states', filters.states, ({ id }) => (outcomes[id] === undefined ? [] : [outcomes[id]])),
		),
		tags: ofKind('tags', filters.tags, ({ tags }) => tags).sort(
			(a, b) => b.count - a.count || (a.value < b.value ? -1 : 1),
		),
		withNote: { value: true, count: noted.length, isChosen: filters.withNote },
	};
}

/** A list with a value put in, or taken out where it is in it. */
export function toggled<Value>(values: readonly Value[], value: Value): Value[] {
	return values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
}

/** Filters out of whatever was kept of a former look at the article. */
export function readFilters(kept: unknown): Filters {
	const { query, colors, states, tags, withNote } = (typeof kept === 'object' && kept !== null ? kept : {}) as Record<
		string,
		unknown
	>;
	const strings = (value: unknown): string[] =>
		Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
	return {
		query: typeof query === 'string' ? query : '',
		colors: COLORS.filter((color) => strings(colors).includes(color)),
		states: (['anchored', 'changed', 'orphan'] as const).filter((state) => strings(states).includes(state)),
		tags: strings(tags),
		withNote: withNote === true,
	};
}
