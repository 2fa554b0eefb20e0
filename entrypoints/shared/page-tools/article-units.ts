import { createTextUnits, type TextUnits } from '../../../utils/anchoring/text-units.ts';
import type { PageArticle } from '../page/page-article.ts';

let last: { readonly text: string; readonly lang: string | undefined; readonly units: TextUnits } | undefined;

/** The units of an article's text; made once for a text. */
export function articleUnits({ text: { text }, facts: { lang } }: PageArticle): TextUnits {
	if (last === undefined || last.text !== text || last.lang !== lang)
		last = { text, lang, units: createTextUnits(text, lang) };
	return last.units;
}
