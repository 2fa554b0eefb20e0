import { useEffect, useState } from 'preact/hooks';
import type { Facet } from '../../components/library/facet-panel.tsx';
import type { QueryChip } from '../../components/library/query-chips.tsx';
import { useTranslation } from '../../components/translation.ts';
import type { Facets, SearchKind } from '../../utils/domain/search.ts';
import { conditionLabel } from './condition-label.ts';
import { type ConditionName, conditionsOf, plainValue, withCondition, withoutCondition } from './query-conditions.ts';
import type { ViewContext } from './view-context.ts';

/** Nothing is counted while somebody types, in milliseconds, nor while the first screen is drawn. */
const REST_MS = 300;

const NAMES = ['edition', 'section', 'color', 'tag'] as const;

interface Narrowing {
	readonly facets: readonly Facet[];
	readonly chips: readonly QueryChip[];
	readonly toggle: (name: Facet['name'], value: string) => void;
}

/** What a list is narrowed to by its query, and what it can be. */
export function useFacets({ index, address, go }: ViewContext, kind: SearchKind, isReady: boolean): Narrowing {
	const { translate, locale } = useTranslation();
	const [counts, setCounts] = useState<Facets>();
	const { query } = address;
	useEffect(() => {
		if (!isReady) return;
		let unwatch: (() => void) | undefined;
		let timer: ReturnType<typeof setTimeout> | undefined;
		let asked = 0;
		const ask = (): void => {
			clearTimeout(timer);
			timer = setTimeout(() => {
				// Not before: to start the worker takes time that the first screen needs.
				unwatch ??= index.watch(ask);
				const mine = ++asked;
				index.ask('facets', { query, kind }).then(
					(next) => mine === asked && setCounts(next),
					() => undefined,
				);
			}, REST_MS);
		};
		ask();
		return () => {
			asked++;
			clearTimeout(timer);
			unwatch?.();
		};
	}, [kind, query, isReady]);

	const conditions = conditionsOf(query);
	const search = (to: string): void => go({ query: to });
	const labelOf = (name: ConditionName, value: string) => conditionLabel(translate, locale, name, value);
	const chosen = (name: Facet['name'], value: string) =>
		conditions.find((one) => one.name === name && one.value === plainValue(value) && !one.not);

	return {
		facets: NAMES.map((name) => ({
			name,
			choices: (counts?.[name] ?? []).map(([value, count]) => ({
				...{ value, count, label: labelOf(name, value) ?? value },
				isChosen: chosen(name, value) !== undefined,
			})),
		})),
		chips: conditions.flatMap((condition) => {
			const label = labelOf(condition.name, condition.value);
			if (label === undefined) return [];
			const remove = () => search(withoutCondition(query, condition));
			return [{ at: condition.at, label, isExcluded: condition.not, remove }];
		}),
		toggle(name, value) {
			const condition = chosen(name, value);
			search(condition ? withoutCondition(query, condition) : withCondition(query, name, value));
		},
	};
}
