import { readFileSync } from 'node:fs';
import { defineConfig } from 'wxt';
import { ARCHIVE_ORIGINS } from './entrypoints/shared/archive-origins.ts';
import { cslData } from './tests/tools/csl-data.ts';
import { packedMessages } from './tests/tools/packed-messages.ts';

/** Where articles are: RFI's site in all editions, and copies opened from disk. */
const SITE = '*://*.rfi.fr/*';
const ARTICLE_ORIGINS = [SITE, 'file:///*'];

/**
 * An address with a day in its last part, `…/20260101-slug`, is nearly always an article's: there the annotator is in
 * the page before the page is read. Anywhere else the loader fetches it once it has recognised an article.
 */
const DATED_ADDRESS = '*/20??????-*';

/** The editions' home pages, opened more often than any other, are never articles: nothing of ours runs there. */
const HOME_PAGES = ['*://*.rfi.fr/', '*://*.rfi.fr/??', '*://*.rfi.fr/??/'];

/** The oldest browsers that have all we need. */
const OLDEST_CHROME = '128';
const OLDEST_FIREFOX = '140';

/**
 * Nothing is loaded from anywhere. Pictures of an article only where they were stored with it. Strings become HTML in one place alone,
 * `utils/article/sanitise-strings.ts`, and addresses scripts in another, `entrypoints/shared/own-script.ts`.
 */
const CONTENT_SECURITY_POLICY = [
	"default-src 'none'",
	"script-src 'self'",
	"style-src 'self'",
	"img-src 'self' data:",
	"connect-src 'self'",
	"base-uri 'none'",
	"form-action 'none'",
	"frame-ancestors 'none'",
	"require-trusted-types-for 'script'",
	'trusted-types default en-marge',
].join('; ');

/**
 * How the code of the extension's pages is cut into files: few, for each costs a popup a millisecond or two; and nothing
 * in the service worker that draws. What is not named goes wherever the bundler sees fit.
 */
const PAGE_CHUNKS = [
	{
		name: 'base',
		test: /virtual:wxt-(?:html-)?plugins|@wxt-dev|webextension-polyfill|rolldown.runtime|utils.domain.(?!check)|shared.(?:archive|diagnostic-log|load-messages|load-page-script|notify-tabs|stored-settings|translate)|components.page.color-label/,
	},
	{ name: 'panel', test: /entrypoints.shared.panel.(?!export)|components.(?:design.(?:base|tokens)|panel).*css$/ },
	{ name: 'store', test: /utils.storage.store/ },
].map((group, index, { length }) => ({ ...group, priority: length - index }));

type Alias = { readonly find: string | RegExp; readonly replacement: string };

/** Aliases in whichever of the two ways they were given. */
function aliasesOf(alias: readonly Alias[] | Readonly<Record<string, string>> = []): readonly Alias[] {
	if (Array.isArray(alias)) return alias;
	return Object.entries(alias).map(([find, replacement]) => ({ find, replacement }));
}

export default defineConfig({
	imports: false,
	manifestVersion: 3,
	// Dexie's main file is written for browsers of another decade, and a third larger.
	vite: () => ({
		resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
		// Nothing is rewritten for browsers older than those that the manifest admits.
		build: { target: [`chrome${OLDEST_CHROME}`, `firefox${OLDEST_FIREFOX}`] },
	}),
	hooks: {
		'build:publicAssets': (_, files) => {
			for (const [index, file] of files.entries()) {
				if (!/^_locales.*json$/.test(file.relativeDest) || !('absoluteSrc' in file)) continue;
				const contents = JSON.stringify(packedMessages(JSON.parse(readFileSync(file.absoluteSrc, 'utf8'))));
				files[index] = { relativeDest: file.relativeDest, contents };
			}
			for (const [relativeDest, contents] of cslData()) files.push({ relativeDest, contents });
		},
		'vite:build:extendConfig': (entrypoints, config) => {
			// In a page the few calls there are need nothing that makes browsers alike.
			if (entrypoints.every(({ type }) => type === 'unlisted-script')) {
				const native = { find: /^wxt\/browser$/, replacement: '@wxt-dev/browser' };
				config.resolve = { ...config.resolve, alias: [native, ...aliasesOf(config.resolve?.alias)] };
			}
			if (!entrypoints.some(({ type }) => type === 'popup')) return;
			const { output } = config.build?.rolldownOptions ?? {};
			config.build = {
				...config.build,
				modulePreload: { polyfill: false },
				rolldownOptions: {
					...config.build?.rolldownOptions,
					output: { ...output, codeSplitting: { groups: PAGE_CHUNKS } },
				},
			};
		},
	},
	modules: ['@wxt-dev/webextension-polyfill'],
	zip: { sourcesTemplate: '{{name}}-{{version}}-sources.zip' },
	manifest: ({ browser }) => ({
		name: '__MSG_extensionName__',
		short_name: 'En marge',
		description: '__MSG_extensionDescription__',
		default_locale: 'en',
		permissions: [
			'activeTab',
			'contextMenus',
			'scripting',
			'storage',
			'unlimitedStorage',
			...(browser === 'firefox' ? [] : ['sidePanel']),
		],
		host_permissions: ARTICLE_ORIGINS,
		optional_host_permissions: ARCHIVE_ORIGINS,
		content_scripts: [
			{ matches: ARTICLE_ORIGINS, exclude_globs: HOME_PAGES, js: ['loader.js'], run_at: 'document_start' },
			{
				matches: [SITE],
				include_globs: [DATED_ADDRESS],
				js: ['ask-ahead.js', 'annotator.js'],
				css: ['assets/painted.css'],
				run_at: 'document_start',
			},
		],
		content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY },
		commands: {
			'toggle-panel': {
				suggested_key: { default: 'Alt+Shift+H' },
				description: '__MSG_commandTogglePanel__',
			},
		},
		...(browser === 'firefox'
			? {
					browser_specific_settings: {
						gecko: {
							id: 'en-marge@en-marge.org',
							strict_min_version: `${OLDEST_FIREFOX}.0`,
							data_collection_permissions: { required: ['none'] },
						},
					},
				}
			: { minimum_chrome_version: OLDEST_CHROME }),
	}),
});
