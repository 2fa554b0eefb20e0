import { type ArticleExport, exportedAnnotations, oneLine } from './article-export.ts';
import { citationOf } from './citation.ts';

/**
 * An article as one record of RIS, the note on it and each passage with its note a research note (`N1`). A field is a tag, two spaces, a
 * hyphen, a space and one line; lines end in CRLF.
 */
export function toRis(input: ArticleExport): string {
	const citation = citationOf(input);
	const fields: readonly (readonly [tag: string, value: string | undefined])[] = [
		['TY', citation.site === undefined ? 'ELEC' : 'NEWS'],
		['TI', citation.title],
		['AU', citation.author],
		['T2', citation.site],
		['PB', citation.publisher],
		['PY', citation.published?.slice(0, 4)],
		['DA', citation.published?.replaceAll('-', '/')],
		['Y2', citation.accessed?.replaceAll('-', '/')],
		['UR', citation.url],
		['LA', citation.lang],
		['AB', citation.description],
		...citation.tags.map((tag) => ['KW', tag] as const),
		['N1', oneLine(input.articleNote ?? '')],
		...exportedAnnotations(input).map(({ selectors, note }) => {
			return ['N1', [selectors.quote.exact, note].map(oneLine).filter(Boolean).join(' — ')] as const;
		}),
	];
	const lines = fields.filter(([, value]) => value).map(([tag, value]) => `${tag}  - ${value}`);
	return [...lines, 'ER  - ', ''].join('\r\n');
}
