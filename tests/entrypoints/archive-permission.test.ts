import { beforeEach, expect, test, vi } from 'vitest';

interface Script {
	readonly id: string;
	readonly matches: readonly string[];
	readonly js: readonly string[];
}

const api = vi.hoisted(() => {
	const heard: (() => void)[] = [];
	const event = { addListener: (listener: () => void) => void heard.push(listener) };
	return {
		heard,
		origins: [] as string[],
		registered: [] as Script[],
		browser: {
			permissions: { onAdded: event, onRemoved: event, getAll: async () => ({ origins: api.origins }) },
			runtime: { onInstalled: event, onStartup: event },
			scripting: {
				getRegisteredContentScripts: async () => api.registered,
				unregisterContentScripts: async () => {
					api.registered = [];
				},
				registerContentScripts: async (scripts: Script[]) => {
					api.registered = scripts;
				},
			},
		},
	};
});
vi.mock('wxt/browser', () => ({ browser: api.browser }));

const { followArchivePermission } = await import('../../entrypoints/shared/archive-permission.ts');
const { isArchiveAddress } = await import('../../entrypoints/shared/archive-origins.ts');
followArchivePermission();

/** What the reader decides in the browser's own dialogue, and the browser tells. */
async function decide(...origins: string[]): Promise<readonly string[]> {
	api.origins = origins;
	for (const listener of new Set(api.heard)) listener();
	await vi.waitFor(() => expect(api.registered.flatMap(({ matches }) => matches).sort()).toEqual(archivesIn(origins)));
	return api.registered.flatMap(({ matches }) => matches);
}

const archivesIn = (origins: readonly string[]) => origins.filter((origin) => isArchiveAddress(origin)).sort();

beforeEach(() => {
	api.registered = [];
});

test('nothing of ours runs on web archives until the reader allows one, and then on that alone', async () => {
	const site = '*://*.rfi.fr/*';
	expect(await decide(site)).toEqual([]);
	expect(await decide(site, 'https://archive.ph/*')).toEqual(['https://archive.ph/*']);
	expect(api.registered[0]?.js).toEqual(['/loader.js']);
});

test('an archive that the reader takes back is left alone again, the others stay', async () => {
	expect(await decide('https://archive.ph/*', 'https://web.archive.org/*')).toHaveLength(2);
	expect(await decide('https://web.archive.org/*')).toEqual(['https://web.archive.org/*']);
	expect(await decide()).toEqual([]);
});

test('what else was allowed brings nothing of ours there', async () => {
	expect(await decide('https://example.org/*', '<all_urls>')).toEqual([]);
	expect(isArchiveAddress('https://web.archive.org.example.org/web/')).toBe(false);
	expect(isArchiveAddress('http://web.archive.org/web/')).toBe(false);
});
