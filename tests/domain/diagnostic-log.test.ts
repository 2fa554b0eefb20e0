import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	addEntry,
	type DiagnosticEntry,
	describeError,
	entryLines,
	MOST_ENTRIES,
	readEntries,
} from '../../utils/domain/diagnostic-log.ts';
import { Fault } from '../../utils/domain/fault.ts';

const ORIGIN = 'chrome-extension://abcdefghijklmnop';
const AT = '2026-11-22T23:51:07.123Z';
const own = (what: string) => ({ version: '1.2.3', place: 'background editAnnotation', what });
/** What a report may be made of, and nothing else. */
const LINE =
	/^2026-11-22T23h 1\.2\.3 background editAnnotation: [a-zA-Z]+(?: [a-z-]+)?(?: < (?:chunks\/)?[a-z-]+(?:-[\w-]{8})?\.js:\d+(?::\d+)?)* ?(?:×\d+)?$/;

/** Words of notes and titles, in any script, and addresses, some of them made to look like something of ours. */
const WORDS = fc.oneof(
	fc.string({ unit: 'binary', minLength: 1 }),
	fc.constantFrom(
		'果园里的新泉',
		'Ma note secrète\nsur deux lignes',
		'https://www.rfi.fr/cn/20261119-secret',
		`${ORIGIN}/reader.html?article=secret`,
		`${ORIGIN}/secret words.js:1:2`,
		'at secret (https://example.org/secret.js:1:2)',
		'Secret < secret.js:1:1',
		'$& $1 __proto__',
	),
);

describe('what is told of an error', () => {
	test('is its kind, its code and the places in our own files', () => {
		const error = new TypeError('Ma note');
		error.stack = `TypeError: Ma note
    at f (${ORIGIN}/chunks/store-Ab3_d-9x.js:1:2345)
    at https://www.rfi.fr/fr/secret.js:1:1
    at async ${ORIGIN}/background.js:7:8`;
		expect(describeError(error, ORIGIN)).toBe('TypeError < chunks/store-Ab3_d-9x.js:1:2345 < background.js:7:8');
		const fault = new Fault('quota', 'a title');
		fault.stack = `g@${ORIGIN}/background.js:1:9\n`;
		expect(describeError(fault, ORIGIN)).toBe('Fault quota < background.js:1:9');
		expect(describeError('a title', ORIGIN)).toBe('Error');
		expect(describeError(undefined, ORIGIN)).toBe('Error');
	});

	test('holds no word that stood in its name, message, code or stack, whatever that was', () => {
		fc.assert(
			fc.property(WORDS, WORDS, WORDS, WORDS, (name, message, code, line) => {
				const stack = `${name}: ${message}\n    at ${line}\n    at f (${ORIGIN}/${line}.js:1:2)\n${line}@${ORIGIN}/chunks/base.js:1:2`;
				const what = describeError({ name, message, code, stack }, ORIGIN);
				const lines = entryLines(addEntry([], AT, own(what)));
				expect(lines).toMatch(LINE);
				expect(lines).not.toMatch(/secret|rfi|[^\x20-\x7e×]/);
			}),
			{ numRuns: 2000 },
		);
	});

	test('is not written down where anything else got into it', () => {
		fc.assert(
			fc.property(WORDS, (words) => {
				expect(addEntry([], AT, { ...own('Error'), place: `background ${words}.` })).toEqual([]);
				expect(addEntry([], AT, own(`Error < ${words} `))).toEqual([]);
				expect(readEntries([{ ...own('Error'), hour: words, count: 1 }, words, null])).toEqual([]);
			}),
		);
	});
});

describe('the log', () => {
	test('knows the hour alone, and counts the same again', () => {
		const twice = [AT, '2026-11-22T23:59:59.000Z'].reduce<readonly DiagnosticEntry[]>(
			(entries, at) => addEntry(entries, at, own('Fault quota')),
			[],
		);
		expect(entryLines(twice)).toBe('2026-11-22T23h 1.2.3 background editAnnotation: Fault quota ×2');
	});

	test('keeps the latest, and no more than so many', () => {
		let entries: readonly DiagnosticEntry[] = [];
		for (let hour = 0; hour < MOST_ENTRIES + 10; hour++) {
			const at = new Date(Date.UTC(2026, 0, 1, hour)).toISOString();
			entries = addEntry(entries, at, own('Error'));
		}
		expect(entries).toHaveLength(MOST_ENTRIES);
		expect(entries[0]?.hour).toBe('2026-01-01T10');
		expect(readEntries(JSON.parse(JSON.stringify(entries)))).toEqual(entries);
	});
});
