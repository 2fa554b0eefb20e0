import type { Span, TextUnits, Unit } from './text-units.ts';

/**
 * Where a reader without a pointer stands: on a unit of the text, from where the stretch may be extended to one side.
 * `base` lies within it and keeps at least one edge in common with it. Code units of the article text.
 */
export interface TextCursor extends Span {
	readonly base: Span;
}

export function cursorOn({ start, end }: Span): TextCursor {
	return { start, end, base: { start, end } };
}

/**
 * The next unit in a direction. From a sentence the words in it come first, from a word its own sentence on the way
 * back. Undefined at the end of the text.
 */
export function moved(units: TextUnits, cursor: Span, unit: Unit, direction: 1 | -1): TextCursor | undefined {
	const { start, end } = cursor;
	const holder = units.at(unit, start);
	const isWithin = holder !== undefined && holder.end >= end && holder.end - holder.start > end - start;
	const next =
		direction === -1 && isWithin
			? holder
			: direction === 1
				? (inside(units.after(unit, start), cursor) ?? units.after(unit, end))
				: (inside(units.before(unit, end), cursor) ?? units.before(unit, start));
	return next && cursorOn(next);
}

/** A unit, where it is only a part of what the cursor stands on. */
function inside(unit: Span | undefined, { start, end }: Span): Span | undefined {
	if (unit === undefined || unit.start < start || unit.end > end) return undefined;
	return unit.end - unit.start < end - start ? unit : undefined;
}

/** The stretch made longer by a unit in a direction, or shorter where it was extended to the other side before. */
export function extended(units: TextUnits, cursor: TextCursor, unit: Unit, direction: 1 | -1): TextCursor {
	const { start, end, base } = cursor;
	if (direction === 1) {
		if (start < base.start)
			return { ...cursor, start: Math.min(base.start, units.edge(unit, 'start', start, 1) ?? base.start) };
		return { ...cursor, end: units.edge(unit, 'end', end, 1) ?? end };
	}
	if (end > base.end) return { ...cursor, end: Math.max(base.end, units.edge(unit, 'end', end, -1) ?? base.end) };
	return { ...cursor, start: units.edge(unit, 'start', start, -1) ?? start };
}
