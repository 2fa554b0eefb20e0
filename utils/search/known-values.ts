import { COLORS } from '../domain/color.ts';
import type { FilterName } from './filter-term.ts';

/** Operators whose value must be one of these. */
const KNOWN_VALUES: Partial<Record<FilterName, readonly string[]>> = {
	color: COLORS,
	has: ['note', 'tag', 'annotation'],
	is: ['orphan', 'changed'],
};

/** The value that is meant by a folded one, for a colour is also meant by its number; undefined where nothing can have it. */
export function meantValue(name: FilterName, folded: string): string | undefined {
	const meant = name === 'color' ? (COLORS[Number(folded) - 1] ?? folded) : folded;
	return meant === '' || KNOWN_VALUES[name]?.includes(meant) === false ? undefined : meant;
}
