import { unzipSync } from 'fflate';
import { afterEach, expect, test, vi } from 'vitest';
import { entrySizes } from './entry-sizes.ts';
import { pack } from './pack.ts';

const file = (path: string, text: string) => ({ path, bytes: new TextEncoder().encode(text) });
const FILES = [
	file('b/a.js', 'let a = 1;'.repeat(50)),
	file('a.json', '{}'),
	file('b-a.txt', ''),
	file('.ci/run', '#!/bin/sh'),
];

afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllEnvs();
});

test('what is unpacked is what was packed', () => {
	const unpacked = unzipSync(pack(FILES));
	expect(Object.keys(unpacked)).toEqual(['.ci/run', 'a.json', 'b-a.txt', 'b/a.js']);
	for (const { path, bytes } of FILES) expect(unpacked[path]).toEqual(bytes);
});

test('order, time and time zone do not show', () => {
	vi.useFakeTimers({ now: 0 });
	vi.stubEnv('TZ', 'Asia/Shanghai');
	const first = pack(FILES);
	vi.useFakeTimers({ now: Date.UTC(2030, 6, 1) });
	vi.stubEnv('TZ', 'America/New_York');
	expect(Buffer.from(pack(FILES.toReversed())).equals(first)).toBe(true);
});

test('sizes are told entry by entry, with names of any script', () => {
	const zip = pack([...FILES, file('c/中文.html', 'x')]);
	const sizes = entrySizes(zip);
	expect(sizes.map(({ path, bytes }) => [path, bytes])).toEqual([
		['.ci/run', 9],
		['a.json', 2],
		['b-a.txt', 0],
		['b/a.js', 500],
		['c/中文.html', 1],
	]);
	expect(sizes[3]?.packedBytes).toBeLessThan(50);
	expect(() => entrySizes(new Uint8Array(100))).toThrow('not a zip file');
});
