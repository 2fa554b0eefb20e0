import { unzipSync } from 'fflate';
import { afterEach, expect, test, vi } from 'vitest';
import { deflateTightly } from './deflate-tightly.ts';
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

test('what is unpacked is what was packed', async () => {
	const unpacked = unzipSync(await pack(FILES));
	expect(Object.keys(unpacked)).toEqual(['.ci/run', 'a.json', 'b-a.txt', 'b/a.js']);
	for (const { path, bytes } of FILES) expect(unpacked[path]).toEqual(bytes);
});

test('what the packages are compressed by is undone by any other', async () => {
	const long = file('long.txt', Array.from({ length: 2000 }, (_, index) => `line ${index ** 2}`).join('\n'));
	const [tight, quick] = [await pack([...FILES, long], deflateTightly), await pack([...FILES, long])];
	expect(unzipSync(tight)).toEqual(unzipSync(quick));
	expect(tight.length).toBeLessThan(quick.length);
});

test('programs are executable, and nothing else is', async () => {
	const zip = await pack(FILES);
	const view = new DataView(zip.buffer);
	const modes: number[] = [];
	for (let at = 0; at < zip.length - 4; at++)
		if (view.getUint32(at, true) === 0x02014b50) modes.push(view.getUint16(at + 40, true));
	expect(modes.map((mode) => mode.toString(8))).toEqual(['100755', '100644', '100644', '100644']);
});

test('order, time and time zone do not show', async () => {
	vi.useFakeTimers({ now: 0 });
	vi.stubEnv('TZ', 'Asia/Shanghai');
	const first = await pack(FILES);
	vi.useFakeTimers({ now: Date.UTC(2030, 6, 1) });
	vi.stubEnv('TZ', 'America/New_York');
	expect(Buffer.from(await pack(FILES.toReversed())).equals(first)).toBe(true);
});

test('sizes are told entry by entry, with names of any script', async () => {
	const zip = await pack([...FILES, file('c/中文.html', 'x')]);
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
