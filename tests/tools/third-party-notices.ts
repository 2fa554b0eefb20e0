import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './repository-files.ts';

/** A library of others' in the packages. */
export interface ThirdParty {
	readonly name: string;
	readonly version: string;
	/** As the library declares it: an SPDX expression. */
	readonly licence: string;
	readonly source: string;
	/** The file that states its licence. */
	readonly text: string;
}

/** Licences under which a library may go into the packages, and whether their terms travel along or a link is enough. */
export const ADMITTED: Readonly<Record<string, 'text' | 'link'>> = {
	MIT: 'text',
	ISC: 'text',
	'BSD-2-Clause': 'text',
	'BSD-3-Clause': 'text',
	'Apache-2.0': 'text',
	'(MPL-2.0 OR Apache-2.0)': 'text',
	// What is under it stays as it is in files of its own, and where to get them is told (MPL 2.0, 3.2).
	'MPL-2.0': 'link',
	// Of the two the first is taken: a file of its own, as it is, and named where it is used (CPAL 1.0, 3 and 14).
	'CPAL-1.0 OR AGPL-1.0': 'link',
	// Data, carried as they are published.
	'CC-BY-SA-3.0': 'link',
};

/** What the packages carry of others' beside libraries. */
const DATA: readonly ThirdParty[] = [
	{
		name: 'Citation Style Language, styles and locales',
		version: '1.0',
		licence: 'CC-BY-SA-3.0',
		source: 'https://github.com/citation-style-language',
		text: '',
	},
	{
		name: 'OpenCC',
		version: '(the table of simplified characters derives from it)',
		licence: 'Apache-2.0',
		source: 'https://github.com/BYVoid/OpenCC',
		text: 'In the words of the Apache License, Version 2.0, below.',
	},
];

const LICENCE_FILE = /^licen[cs]e(?:\.(?:md|txt))?$/i;

/** The libraries that `package.json` puts into the packages, by name. */
export async function thirdParties(root = ROOT): Promise<ThirdParty[]> {
	const { dependencies } = await readJson(join(root, 'package.json'));
	return await Promise.all(
		Object.keys(dependencies ?? {})
			.sort()
			.map(async (name) => {
				const folder = join(root, 'node_modules', name);
				const { version = '', license = '', repository } = await readJson(join(folder, 'package.json'));
				const file = (await readdir(folder)).sort().find((entry) => LICENCE_FILE.test(entry));
				if (file === undefined) throw new Error(`${name} states its licence in no file`);
				const text = (await readFile(join(folder, file), 'utf8')).trim();
				return { name, version, licence: license, source: addressOf(repository), text };
			}),
	);
}

interface Manifest {
	readonly dependencies?: Readonly<Record<string, string>>;
	readonly version?: string;
	readonly license?: string;
	readonly repository?: string | { readonly url?: string };
}

async function readJson(path: string): Promise<Manifest> {
	return JSON.parse(await readFile(path, 'utf8'));
}

function addressOf(repository: Manifest['repository'] = ''): string {
	const url = typeof repository === 'string' ? repository : (repository.url ?? '');
	return url
		.replace(/^git\+/, '')
		.replace(/^(?:git|ssh):\/\/(?:git@)?/, 'https://')
		.replace(/^(?:github:)?([\w-]+\/[\w.-]+)$/, 'https://github.com/$1')
		.replace(/\.git$/, '');
}

/** What the packages say of the libraries in them. Terms that several have in the same words stand once. */
export function thirdPartyNotices(libraries: readonly ThirdParty[]): string {
	const shown = new Map<string, string>();
	const parts = [...DATA, ...libraries].map(({ name, version, licence, source, text }) => {
		const head = `${name} ${version}\n${source}\nLicence: ${licence}`;
		if (ADMITTED[licence] === undefined) throw new Error(`${name} is under ${licence}, which is not admitted`);
		if (ADMITTED[licence] === 'link') return `${head} (https://spdx.org/licenses/${licence.split(' ')[0]}.html)`;
		const words = text.replace(/\s+/g, ' ');
		const before = shown.get(words);
		if (before !== undefined) return `${head}, in the same words as ${before}`;
		shown.set(words, name);
		return `${head}\n\n${text}`;
	});
	return `En marge holds these works of others:\n\n${parts.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}
