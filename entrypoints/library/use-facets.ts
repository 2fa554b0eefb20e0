import { useEffect, useState } from 'preact/hooks';
import type { Facet } from '../../components/library/facet-panel.tsx';
import type { QueryChip } from '../../components/library/query-chips.tsx';
import { colorLabel } from '../../components/page/color-label.ts';
import { useTranslation } from '../../components/translation.ts';
import { isColor } from '../../utils/domain/color.ts';
import type { Facets, SearchKind } from '../../utils/domain/search.ts';
import { editionName } from './edition-name.ts';
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
	function labelOf(name: ConditionName, value: string): string {
		if (name === 'edition') return editionName(value, locale);
		if (name === 'color') return isColor(value) ? colorLabel(translate, value) : value;
		return name === 'tag' || name === 'section' ? value : `${name}: ${value}`;
	}
	const chosen = (name: Facet['name'], value: string) =>
		conditions.find((one) => one.name === name && one.value === plainValue(value) && !one.not);

	return {
		facets: NAMES.map((name) => ({
			name,
			choices: (counts?.[name] ?? []).map(([value, count]) => ({
				...{ value, count, label: labelOf(name, value) },
				isChosen: chosen(name, value) !== undefined,
			})),
		})),
		chips: conditions.map((condition) => ({
			at: condition.at,
			label: labelOf(condition.name, condition.value),
			isExcluded: condition.not,
			remove: () => search(withoutCondition(query, condition)),
		})),
		toggle(name, value) {
			const condition = chosen(name, value);
			search(condition ? withoutCondition(query, condition) : withCondition(query, name, value));
		},
	};
}
