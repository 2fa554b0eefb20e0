import { createTextUnits } from '../../../utils/anchoring/text-units.ts';
import type { ArticleExport } from '../../../utils/exchange/article-export.ts';

/** The stretch of whole sentences around a place, by the rules of the text's language; the place itself where it has no words. */
export const sentencesIn: NonNullable<ArticleExport['sentencesIn']> = (text, lang) => {
	const units = createTextUnits(text, lang);
	return ({ start, end }) => ({
		start: Math.min(start, units.at('sentence', start)?.start ?? start),
		end: Math.max(end, units.at('sentence', Math.max(start, end - 1))?.end ?? end),
	});
};
