import { expect, test } from 'vitest';
import { impuritiesOf } from './impurities.ts';
import { readSources } from './read-sources.ts';

const PURE_ROOM = /^utils\/(domain|matching|exchange|search)\//;

test('domain, matching, exchange and search know no DOM, browser, clock or randomness', () => {
	const files = [...readSources()].filter(([path]) => PURE_ROOM.test(path));
	expect(files.length).toBeGreaterThan(20);
	expect(files.flatMap(([path, source]) => impuritiesOf(path, source))).toEqual([]);
});

test.each([
	'document.title',
	'let root: Element;',
	'let root: HTMLElement | undefined;',
	'export function f(range: Range): string { return String(range); }',
	'browser.runtime.id',
	'chrome.runtime.id',
	'window.setTimeout(f, 0); function f() {}',
	'setTimeout(() => {}, 0)',
	'globalThis.document',
	'self.location',
	'const { href } = location;',
	'const a = { document };',
	'fetch("/")',
	'console.log(1)',
	'process.env',
	'Date.now()',
	"Date['now']()",
	'new Date()',
	'Date()',
	'const clock = Date;',
	'Math.random()',
	"Math['random']()",
	'const { random } = Math;',
	'crypto.randomUUID()',
	'performance.now()',
	'localStorage.a',
	'typeof navigator',
])('seen red: %s', (source) => {
	expect(impuritiesOf('utils/domain/a.ts', source)).toHaveLength(1);
});

test.each([
	'new Date(0).toISOString(); Date.UTC(2026, 0); Date.parse("")',
	'Math.max(1, 2)',
	'const a = { document: 1, ["b"]: 2 }; a.document; a?.document',
	'interface A { document: string; location(window: number): void }',
	'export function f({ document: page, ...rest }: A, [window]: number[]) { return page + window + rest; } type A = Record<string, never>;',
	'type Pair = [document: string, at: number]; type Keys<T> = { readonly [Name in keyof T]: T[Name] };',
	'const isA = (a: unknown): a is string => typeof a === "string";',
	'outer: for (const a of [1]) { if (a) continue outer; else break outer; }',
	'import { document } from "./b.ts"; document();',
	'export const COLORS = ["a"] as const; new Map<string, ReadonlySet<number>>();',
	'try { JSON.parse(""); } catch (error) { String(error); }',
])('and green on what is pure: %s', (source) => {
	expect(impuritiesOf('utils/domain/a.ts', source)).toEqual([]);
});
