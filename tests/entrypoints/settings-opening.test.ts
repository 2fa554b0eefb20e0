import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { expect, test, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../utils/domain/settings.ts';

type Listener = (changes: object, area: string) => void;
const { listeners, gate } = vi.hoisted(() => ({
	listeners: [] as Listener[],
	gate: { open: (_commands: []): void => {} },
}));
vi.mock('wxt/browser', () => {
	const area = { get: async () => ({}), set: async () => {} };
	return {
		browser: {
			storage: {
				local: area,
				sync: area,
				onChanged: { addListener: (listener: Listener) => listeners.push(listener) },
			},
			runtime: { getURL: (path: string) => path, getManifest: () => ({ version: '1.0' }) },
			commands: { getAll: () => new Promise<[]>((resolve) => (gate.open = resolve)) },
			extension: { isAllowedFileSchemeAccess: async () => true },
		},
	};
});

function decide(change: object): void {
	for (const listener of listeners) listener({ settings: { newValue: { ...DEFAULT_SETTINGS, ...change } } }, 'sync');
}

const WAIT = { timeout: 20_000 };

test('what is decided in another tab while the settings open is what they show, and so is what is decided later', async () => {
	const { window } = new JSDOM('<div id="root"></div>', { url: 'https://own.example/options.html' });
	const { document, location, navigator, Option, HTMLElement } = window;
	for (const [name, value] of Object.entries({ window, document, location, navigator, Option, HTMLElement }))
		vi.stubGlobal(name, value);
	const unexpected: unknown[] = [];
	vi.stubGlobal('addEventListener', () => {});
	process.on('unhandledRejection', (reason) => unexpected.push(reason));
	vi.stubGlobal('chrome', { i18n: { getMessage: (key: string) => ({ locale: 'en', direction: 'ltr' })[key] ?? key } });
	vi.stubGlobal('fetch', async (path: string) => {
		return new Response(readFileSync(new URL(`../../public${path}`, import.meta.url)));
	});

	const opening = import('../../entrypoints/options/main.tsx');
	// The browser is slow to tell of its keys.
	await vi.waitFor(() => expect(document.documentElement.lang).toBe('en'), WAIT);
	decide({ language: 'fa' });
	await vi.waitFor(() => expect(document.documentElement.dir).toBe('rtl'), WAIT);
	gate.open([]);
	await opening;
	expect(document.querySelector('h1')?.textContent).toBe('تنظیمات');
	decide({ language: 'fr', toolbar: false });
	await vi.waitFor(() => expect(document.querySelector('h1')?.textContent).toBe('Paramètres'), WAIT);
	expect(document.querySelector<HTMLInputElement>('[aria-describedby=toolbar-long]')?.checked).toBe(false);
	expect(unexpected).toEqual([]);
});
