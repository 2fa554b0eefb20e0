import { defineConfig } from 'wxt';
import { ARCHIVE_ORIGINS } from './entrypoints/shared/archive-origins.ts';

/** Where articles are: RFI's site in all editions, and copies opened from disk. */
const SITE = '*://*.rfi.fr/*';
const ARTICLE_ORIGINS = [SITE, 'file:///*'];

/**
 * An address with a day in its last part, `…/20260101-slug`, is nearly always an article's: there the annotator is in
 * the page before the page is read. Anywhere else the loader fetches it once it has recognised an article.
 */
const DATED_ADDRESS = '*/20??????-*';

/** Nothing is loaded from anywhere. Pictures of an article only where they were stored with it. */
const CONTENT_SECURITY_POLICY = [
	"default-src 'none'",
	"script-src 'self'",
	"style-src 'self'",
	"img-src 'self' data:",
	"connect-src 'self'",
	"base-uri 'none'",
	"form-action 'none'",
	"frame-ancestors 'none'",
].join('; ');

export default defineConfig({
	imports: false,
	manifestVersion: 3,
	modules: ['@wxt-dev/webextension-polyfill'],
	zip: { sourcesTemplate: '{{name}}-{{version}}-sources.zip' },
	manifest: ({ browser }) => ({
		name: '__MSG_extensionName__',
		short_name: 'En marge',
		description: '__MSG_extensionDescription__',
		default_locale: 'en',
		permissions: [
			'activeTab',
			'scripting',
			'storage',
			'unlimitedStorage',
			...(browser === 'firefox' ? [] : ['sidePanel']),
		],
		host_permissions: ARTICLE_ORIGINS,
		optional_host_permissions: ARCHIVE_ORIGINS,
		content_scripts: [
			{ matches: ARTICLE_ORIGINS, js: ['loader.js'], run_at: 'document_start' },
			{
				matches: [SITE],
				include_globs: [DATED_ADDRESS],
				js: ['annotator.js'],
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
							strict_min_version: '140.0',
							data_collection_permissions: { required: ['none'] },
						},
					},
				}
			: { minimum_chrome_version: '128' }),
	}),
});
