import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isPlural, readMessages, stemOf } from './read-messages.ts';

const ROOT = new URL('../../', import.meta.url).pathname;
const ROOMS = ['entrypoints', 'components', 'utils'];

const sources = [
	...ROOMS.flatMap((room) =>
		readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' }).map((path) => join(ROOT, room, path)),
	).filter((path) => /\.(tsx?|html)$/.test(path)),
	join(ROOT, 'wxt.config.ts'),
].map((path) => readFileSync(path, 'utf8'));

/** The messages that a manifest or a page names. */
const inManifest = sources.flatMap((source) => [...source.matchAll(/__MSG_(\w+?)__/g)].map(([, key]) => key!));
/** Every string that could be a key. */
const strings = sources.flatMap((source) => [...source.matchAll(/(['"`])(\w+)\1/g)].map(([, , string]) => string!));
const named = new Set([...inManifest, ...strings]);
const KEYS = Object.keys(readMessages('en'));

test('every message is used', () => {
	expect([...new Set(KEYS.map((key) => (isPlural(key) ? stemOf(key) : key)))].filter((key) => !named.has(key))).toEqual(
		[],
	);
});

test('every message that a manifest or a page names is there', () => {
	expect(inManifest).toContain('extensionName');
	expect(inManifest.filter((key) => !KEYS.includes(key))).toEqual([]);
});
