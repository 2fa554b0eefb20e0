import type { Instant } from '../../domain/annotation.ts';

/** What of parsed JSON is an object, as one; an empty one for anything else. */
export function members(value: unknown): Readonly<Record<string, unknown>> {
	return isObject(value) ? value : {};
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** JSON-LD and others leave the brackets of a list of one away. */
export function listOf(value: unknown): readonly unknown[] {
	return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

/** A term of the Web Annotation vocabulary without the namespace that older files write before it; anything else as it is. */
export function termOf(value: unknown): unknown {
	return typeof value === 'string' ? value.replace(/^(?:oa:|https?:\/\/www\.w3\.org\/ns\/oa#)/, '') : value;
}

/** A string that says something. */
export function words(value: unknown): string | undefined {
	return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Year, month and day in this order, or the month by its English name: `01/02` is one day here and another there. */
const CERTAIN_DAY = /^(?:\d{4}-\d\d-\d\d(?!\d)|\p{Lu}\p{Ll}{2,8} \d\d?, \d{4}(?!\d))/u;

/** A time as `Date` reads it, e.g. with an offset from UTC; undefined where its day is not certain, and for anything else. */
export function instantOf(value: unknown): Instant | undefined {
	if (typeof value !== 'string' || !CERTAIN_DAY.test(value)) return undefined;
	const time = Date.parse(value);
	// Years of more than four digits have another form, and are no times of annotations.
	return time >= 0 && time < 253_402_300_800_000 ? new Date(time).toISOString() : undefined;
}
