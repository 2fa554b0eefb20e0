import type { ArticleExport } from './article-export.ts';
import { citationOf } from './citation.ts';

/** Of the languages of RFI, those that babel and polyglossia hyphenate, by BCP 47. */
const LANG_IDS: Readonly<Record<string, string>> = {
	en: 'english',
	es: 'spanish',
	fa: 'persian',
	fr: 'french',
	km: 'khmer',
	pt: 'portuguese',
	'pt-BR': 'brazilian',
	ro: 'romanian',
	ru: 'russian',
	sw: 'swahili',
	uk: 'ukrainian',
	vi: 'vietnamese',
};

const ACTIVE: Readonly<Record<string, string>> = {
	'\\': '\\textbackslash{}',
	'~': '\\textasciitilde{}',
	'^': '\\textasciicircum{}',
	// A brace behind a backslash counts all the same where entries are parted.
	'{': '\\textbraceleft{}',
	'}': '\\textbraceright{}',
};

/** An article as an entry of BibLaTeX, in UTF-8: what TeX would take for its own is written as characters. */
export function toBibLatex(input: ArticleExport): string {
	const citation = citationOf(input);
	const fields: readonly (readonly [name: string, value: string | undefined])[] = [
		// Doubled braces: a name as a whole, neither parted nor turned around.
		['author', citation.author && `{${escapeTex(citation.author)}}`],
		['title', escapeTex(citation.title)],
		['organization', citation.publisher],
		['date', citation.published],
		['url', citation.url && escapeVerbatim(citation.url)],
		['urldate', citation.accessed],
		['langid', LANG_IDS[citation.lang ?? '']],
		['keywords', citation.tags.map((tag) => escapeTex(tag.replaceAll(',', ';'))).join(', ')],
		['abstract', citation.description && escapeTex(citation.description)],
		['note', citation.archivedAt && `\\url{${escapeVerbatim(citation.archivedAt).replace(/[%#]/g, '\\$&')}}`],
	];
	const lines = fields.filter(([, value]) => value).map(([name, value]) => `\t${name} = {${value}},\n`);
	return `@online{${citation.key},\n${lines.join('')}}\n`;
}

function escapeTex(text: string): string {
	return text.replace(/[\\~^{}&%#$_]/g, (character) => ACTIVE[character] ?? `\\${character}`);
}

/** An address stands as it is, but for braces and what no address holds; within other words also `%` and `#` mean something. */
function escapeVerbatim(url: string): string {
	return url.replace(/[{}\\\s]/g, encodeURIComponent);
}
