import { FAULT_CODES } from './fault.ts';

/** One unexpected thing, as it may leave the machine in a report: nothing in it is anybody's words. */
export interface DiagnosticEntry {
	/** UTC, to the hour: `2026-11-22T23`. */
	readonly hour: string;
	/** Version of En marge. */
	readonly version: string;
	/** The part of En marge, and what it was asked for: `background editAnnotation`. */
	readonly place: string;
	/** A code, or the kind of an error and the places in our own files it came through. */
	readonly what: string;
	/** How often in that hour. */
	readonly count: number;
}

/** So many are kept; the oldest go. */
export const MOST_ENTRIES = 50;
const MOST_FRAMES = 5;

const ERROR_NAMES = new Set(
	`AbortError AggregateError BulkError ChunkLoadError ConstraintError DataCloneError DataError DatabaseClosedError Error EvalError
	Fault InvalidAccessError InvalidStateError MissingAPIError ModifyError NetworkError NotAllowedError NotFoundError
	NotReadableError NotSupportedError OpenFailedError PrematureCommitError QuotaExceededError RangeError ReadOnlyError
	ReferenceError SchemaError SecurityError SyntaxError TimeoutError TransactionInactiveError TypeError URIError UnknownError
	UpgradeError VersionError`.split(/\s+/),
);
const CODES: readonly string[] = FAULT_CODES;

/** Names of parts and commands are ours, and so are those of files: nothing else is let through, whatever it was made of. */
const PLACE = /^[a-z][a-z-]*(?: [a-zA-Z]{1,40})?$/;
const FRAME = /^(?:chunks\/)?[a-z][a-z-]*(?:-[\w-]{8})?\.js:\d{1,7}(?::\d{1,7})?$/;
const HOUR = /^\d{4}-\d\d-\d\dT\d\d$/;
const VERSION = /^\d{1,5}(?:\.\d{1,5}){0,3}$/;

/**
 * What may be told of an error: its kind where it is a known one, the code of a fault, and where in our own files it arose. It is
 * made of what is known and never of what was said: messages hold words of articles and notes, and addresses.
 * @param origin of our own files, as stacks have it
 */
export function describeError(error: unknown, origin: string): string {
	if (typeof error !== 'object' || error === null) return 'Error';
	const { name, code, message, stack } = error as Partial<Record<string, unknown>>;
	const kind = typeof name === 'string' && ERROR_NAMES.has(name) ? name : 'Error';
	const fault = typeof code === 'string' && CODES.includes(code) ? ` ${code}` : '';
	return [`${kind}${fault}`, ...framesOf(stack, message, origin)].join(' < ');
}

function framesOf(stack: unknown, message: unknown, origin: string): string[] {
	if (typeof stack !== 'string') return [];
	// Chromium begins the stack with the message.
	const own = typeof message === 'string' && message !== '' ? stack.replaceAll(message, '') : stack;
	return own
		.split('\n')
		.flatMap((line) => {
			const at = line.indexOf(`${origin}/`);
			if (at < 0) return [];
			const frame = line.slice(at + origin.length + 1).replace(/\)$/, '');
			return FRAME.test(frame) ? [frame] : [];
		})
		.slice(0, MOST_FRAMES);
}

/** Adds what happened at a moment (ISO 8601): the same again in the same hour is counted. What is no entry is not added. */
export function addEntry(
	entries: readonly DiagnosticEntry[],
	at: string,
	happened: Pick<DiagnosticEntry, 'version' | 'place' | 'what'>,
): readonly DiagnosticEntry[] {
	const entry: DiagnosticEntry = { hour: at.slice(0, 13), ...happened, count: 1 };
	if (!isEntry(entry)) return entries;
	const isSame = (one: DiagnosticEntry) =>
		one.hour === entry.hour && one.place === entry.place && one.what === entry.what && one.version === entry.version;
	const before = entries.find(isSame);
	const others = entries.filter((one) => one !== before);
	return [...others, { ...entry, count: (before?.count ?? 0) + 1 }].slice(-MOST_ENTRIES);
}

/** What of something stored are entries. */
export function readEntries(stored: unknown): readonly DiagnosticEntry[] {
	return Array.isArray(stored) ? stored.filter(isEntry).slice(-MOST_ENTRIES) : [];
}

function isEntry(value: unknown): value is DiagnosticEntry {
	if (typeof value !== 'object' || value === null) return false;
	const { hour, version, place, what, count } = value as Partial<Record<string, unknown>>;
	if (typeof what !== 'string' || typeof count !== 'number' || !Number.isSafeInteger(count)) return false;
	const [kind = '', ...frames] = what.split(' < ');
	const fits = (one: unknown, form: RegExp) => typeof one === 'string' && form.test(one);
	return fits(hour, HOUR) && fits(version, VERSION) && fits(place, PLACE) && isKind(kind) && frames.every(isFrame);
}

function isKind(what: string): boolean {
	const [name = '', code] = what.split(' ', 2);
	return ERROR_NAMES.has(name) && (code === undefined || CODES.includes(code)) && !/ .* /.test(what);
}

const isFrame = (frame: string): boolean => FRAME.test(frame);

/** One line each, the latest last; empty where nothing happened. */
export function entryLines(entries: readonly DiagnosticEntry[]): string {
	return entries
		.map(({ hour, version, place, what, count }) => {
			const often = count > 1 ? ` ×${count}` : '';
			return `${hour}h ${version} ${place}: ${what}${often}`;
		})
		.join('\n');
}
