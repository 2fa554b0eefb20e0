import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { BROWSER_KINDS, type BrowserKind } from '../browser/browser-kind.ts';

async function manifestOf(kind: BrowserKind) {
	return JSON.parse(await readFile(join(inject('extensionDirs')[kind], 'manifest.json'), 'utf8'));
}

const ARTICLES = ['*://*.rfi.fr/*', 'file:///*'];

describe.each(BROWSER_KINDS)('the manifest for %s', (kind) => {
	test('asks for these permissions and no others', async () => {
		const manifest = await manifestOf(kind);
		const own = kind === 'chrome' ? ['sidePanel'] : [];
		expect([...manifest.permissions].sort()).toEqual(
			['activeTab', 'contextMenus', 'scripting', 'storage', 'unlimitedStorage', ...own].sort(),
		);
		expect(manifest.optional_permissions).toBeUndefined();
		expect(manifest.host_permissions).toEqual(ARTICLES);
		for (const origin of manifest.optional_host_permissions) expect(origin).toMatch(/^https?:\/\/(?!\*\/)[^/]+\/\*$/);
	});

	test('puts its scripts into articles and local files alone, and opens nothing of ours to pages', async () => {
		const manifest = await manifestOf(kind);
		const [loader, annotator, ...others] = manifest.content_scripts;
		expect(loader).toEqual({
			matches: ARTICLES,
			exclude_globs: ['*://*.rfi.fr/', '*://*.rfi.fr/??', '*://*.rfi.fr/??/'],
			js: ['loader.js'],
			run_at: 'document_start',
		});
		expect(annotator).toMatchObject({
			matches: ARTICLES.slice(0, 1),
			include_globs: ['*/20??????-*'],
			js: ['ask-ahead.js', 'annotator.js'],
		});
		// Neither the page's own world nor frames within it.
		for (const member of ['world', 'all_frames', 'match_about_blank']) expect(annotator).not.toHaveProperty(member);
		expect(others).toEqual([]);
		expect(manifest.web_accessible_resources).toBeUndefined();
		expect(manifest.externally_connectable).toBeUndefined();
	});

	test('lets our pages load nothing from anywhere', async () => {
		const { content_security_policy: policies } = await manifestOf(kind);
		const policy: string = policies.extension_pages;
		const sources = new Map(
			policy.split(';').map((part) => [part.trim().split(' ')[0], part.trim().split(' ').slice(1)]),
		);
		expect(sources.get('default-src')).toEqual(["'none'"]);
		expect(sources.get('script-src')).toEqual(["'self'"]);
		expect(sources.get('require-trusted-types-for')).toEqual(["'script'"]);
		expect(sources.get('trusted-types')).toEqual(['default', 'en-marge']);
		for (const [name, allowed] of sources) {
			if (name?.includes('trusted-types')) continue;
			for (const source of allowed) expect(["'none'", "'self'", 'data:'], `${name} of ${policy}`).toContain(source);
			expect(allowed.includes('data:'), name).toBe(name === 'img-src');
		}
		for (const name of ['base-uri', 'form-action', 'frame-ancestors']) expect(sources.get(name)).toEqual(["'none'"]);
		expect(policies.sandbox).toBeUndefined();
	});

	test('is of version 3, with the version of package.json', async () => {
		const manifest = await manifestOf(kind);
		const { version } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'));
		expect(manifest).toMatchObject({ manifest_version: 3, version, default_locale: 'en' });
	});
});

test('Firefox is told the id, the oldest version and that no data are collected', async () => {
	const { browser_specific_settings: settings, minimum_chrome_version } = await manifestOf('firefox');
	expect(settings.gecko).toEqual({
		id: 'en-marge@en-marge.org',
		strict_min_version: '140.0',
		data_collection_permissions: { required: ['none'] },
	});
	expect(minimum_chrome_version).toBeUndefined();
});

test('Chrome is told the oldest version, and nothing of Firefox', async () => {
	const manifest = await manifestOf('chrome');
	expect(manifest.minimum_chrome_version).toBe('128');
	expect(manifest.browser_specific_settings).toBeUndefined();
});
