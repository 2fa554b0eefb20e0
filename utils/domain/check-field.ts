import * as v from 'valibot';
import type { Instant } from './annotation.ts';
import { Fault } from './fault.ts';

/**
 * A string of at most `most` UTF-16 code units, kept byte for byte: lone surrogates, NUL and bidirectional controls are
 * the reader's own. The bounds only keep one message from filling the disk.
 */
export const text = (most: number, least = 0) => v.pipe(v.string(), v.minLength(least), v.maxLength(most));

export const idSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/));

/** SHA-256, hex. */
export const fingerprintSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

export const instantSchema = v.pipe(
	v.string(),
	v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
	v.check((value) => !Number.isNaN(Date.parse(value))),
);

/** The value as a schema has it, or which member is not as it must be. */
export type Examined<T> = { readonly value: T } | { readonly path: string; readonly issue: string };

/** The value as the schema has it, unknown members dropped, or what is wrong with it. */
export function examine<Schema extends v.GenericSchema>(
	schema: Schema,
	value: unknown,
): Examined<v.InferOutput<Schema>> {
	const result = v.safeParse(schema, value, { abortEarly: true });
	if (result.success) return { value: result.output };
	// The path and the kind of issue only: the message may quote what the reader wrote.
	const [issue] = result.issues;
	return { path: v.getDotPath(issue) ?? '', issue: issue.type };
}

/** The same; throws a Fault that says which member is wrong. */
export function checked<Schema extends v.GenericSchema>(schema: Schema, value: unknown): v.InferOutput<Schema> {
	const examined = examine(schema, value);
	if ('value' in examined) return examined.value;
	throw new Fault('invalid', `${examined.path || 'value'} (${examined.issue})`);
}

export function checkId(value: unknown): string {
	return checked(idSchema, value);
}

/** Ids, no more than one act of a reader can be about. */
export function checkIds(value: unknown): string[] {
	return checked(v.pipe(v.array(idSchema), v.maxLength(10_000)), value);
}

export function checkFingerprint(value: unknown): string {
	return checked(fingerprintSchema, value);
}

/** Fingerprints of versions, no more than an article can have been annotated on. */
export function checkFingerprints(value: unknown): string[] {
	return checked(v.pipe(v.array(fingerprintSchema), v.maxLength(10_000)), value);
}

export function checkInstant(value: unknown): Instant {
	return checked(instantSchema, value);
}
