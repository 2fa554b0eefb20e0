import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from './repository-files.ts';
import { ADMITTED, type ThirdParty, thirdParties, thirdPartyNotices } from './third-party-notices.ts';

const library = (changes: Partial<ThirdParty> = {}): ThirdParty => ({
	name: 'a',
	version: '1.0.0',
	licence: 'MIT',
	source: 'https://example.org/a',
	text: 'Copyright A. Do as you like.',
	...changes,
});

describe('the notices in the packages', () => {
	test('name each library in them with its version, its licence and where it comes from', async () => {
		const libraries = await thirdParties();
		const { dependencies } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
		expect(libraries.map(({ name, version }) => [name, version])).toEqual(Object.entries(dependencies).sort());
		const notices = thirdPartyNotices(libraries);
		for (const { name, version, licence, source } of libraries) {
			expect(notices).toContain(`${name} ${version}\n${source}\nLicence: ${licence}`);
			expect(Object.keys(ADMITTED)).toContain(licence);
			expect(source).toMatch(/^https:\/\/\S+$/);
		}
	});

	test('hold the terms, those in the same words once', () => {
		const notices = thirdPartyNotices([
			library(),
			library({ name: 'b', text: 'Copyright A.\n  Do as you like.' }),
			library({ name: 'c', licence: 'MPL-2.0', text: 'Very long.' }),
		]);
		expect(notices.split('Do as you like.')).toHaveLength(2);
		expect(notices).toContain('b 1.0.0\nhttps://example.org/a\nLicence: MIT, in the same words as a');
		expect(notices).toContain('https://spdx.org/licenses/MPL-2.0.html');
		expect(notices).not.toContain('Very long.');
	});

	test('are not made where a licence is none that was admitted', () => {
		expect(() => thirdPartyNotices([library({ licence: 'GPL-3.0' })])).toThrow('a is under GPL-3.0');
	});
});

describe('what is fetched to build En marge', () => {
	test('has exact versions, and runs nothing when it is installed', async () => {
		const own = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
		for (const versions of [own.dependencies, own.devDependencies, own.overrides])
			for (const version of Object.values(versions)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
		const { packages } = JSON.parse(await readFile(join(ROOT, 'package-lock.json'), 'utf8'));
		for (const [path, entry] of Object.entries<{ hasInstallScript?: boolean; integrity?: string }>(packages)) {
			const name = path.split('node_modules/').at(-1) ?? '';
			if (entry.hasInstallScript && path !== '') expect(own.allowScripts[name], path).toBe(false);
			if (path !== '') expect(entry.integrity, path).toMatch(/^sha512-/);
		}
	});
});
