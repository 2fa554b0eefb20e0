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

/** A string that says something. */
export function words(value: unknown): string | undefined {
	return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A time in whatever form `Date` reads, e.g. with an offset from UTC; undefined for anything else. */
export function instantOf(value: unknown): Instant | undefined {
	if (typeof value !== 'string') return undefined;
	const time = Date.parse(value);
	// Years of more than four digits have another form, and are no times of annotations.
	return time >= 0 && time < 253_402_300_800_000 ? new Date(time).toISOString() : undefined;
}
