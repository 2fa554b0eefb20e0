import { Fault } from '../domain/fault.ts';

/** What browsers throw when the reader or a policy keeps storage from being opened at all. */
const REFUSED_AT_OPENING = ['InvalidStateError', 'SecurityError', 'UnknownError', 'NotAllowedError', 'MissingAPIError'];

/** How deep Dexie wraps the browser's own error, at most. */
const DEEPEST = 8;

interface Wrapping {
	readonly name?: unknown;
	readonly message?: unknown;
	readonly inner?: unknown;
	readonly cause?: unknown;
	/** Of an AggregateError. */
	readonly errors?: readonly unknown[];
	/** Of Dexie's errors over many rows. */
	readonly failures?: readonly unknown[];
}

/** An error and those it wraps, outermost first. */
function unwrap(error: unknown): Wrapping[] {
	const found: Wrapping[] = [];
	let level: unknown[] = [error];
	for (let depth = 0; depth < DEEPEST && level.length > 0; depth++) {
		const errors = level.filter((one): one is Wrapping => typeof one === 'object' && one !== null);
		found.push(...errors);
		level = errors.flatMap((one) => [...(one.errors ?? []), one.inner, one.cause, one.failures?.[0]]);
	}
	return found;
}

/**
 * The one place where what the browser or Dexie threw becomes what the reader is told.
 * `opening`: whether the database was being opened; some errors mean refused storage only then.
 */
export function toFault(error: unknown, opening = false): Fault {
	const errors = unwrap(error);
	const fault = errors.find((one) => one instanceof Fault);
	if (fault) return fault as Fault;
	const names = errors.map((one) => String(one.name));
	const detail = errors.length > 0 ? errors.map((one) => `${one.name}: ${one.message}`).join(' < ') : String(error);
	if (names.includes('QuotaExceededError')) return new Fault('quota', detail);
	if (names.includes('VersionError')) return new Fault('newer-database', detail);
	if (names.includes('SecurityError')) return new Fault('storage-blocked', detail);
	if (opening && names.some((name) => REFUSED_AT_OPENING.includes(name))) return new Fault('storage-blocked', detail);
	return new Fault('write-failed', detail);
}
