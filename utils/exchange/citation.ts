import { type ArticleExport, exportedAnnotations, oneLine, publishedDay, tagsOf } from './article-export.ts';
import { calendarDay } from './calendar-day.ts';
import { storedId } from './source-address.ts';

/** What a citation of an article can tell, whatever form it takes. Each value is one line; what is not known is absent. */
export interface Citation {
	/** ASCII letters, digits and hyphens; the same in every export of the article. */
	readonly key: string;
	readonly title: string;
	/** As printed: persons are not told from agencies, nor first names from family names. */
	readonly author?: string;
	/** Absent for a page that is no RFI article. */
	readonly site?: 'RFI';
	readonly publisher?: 'Radio France Internationale';
	/** `YYYY-MM-DD`. */
	readonly published?: string;
	/** `YYYY-MM-DD`: when the page was last read as far as is known, in the reader's time zone. */
	readonly accessed: string | undefined;
	readonly url?: string;
	readonly archivedAt?: string;
	readonly lang?: string;
	readonly description?: string;
	readonly tags: readonly string[];
}

export function citationOf(input: ArticleExport): Citation {
	const { article, archivedAt, timeZone = 'UTC' } = input;
	const annotations = exportedAnnotations(input);
	const published = publishedDay(article);
	const read = [...(input.versions?.values() ?? [])]
		.map(({ captured }) => captured)
		.sort()
		.at(-1);
	return {
		key: ['rfi', published, (input.stored?.id ?? storedId(input.annotations))?.slice(0, 8)].filter(Boolean).join('-'),
		title: oneLine(article.title),
		...(article.byline !== undefined && { author: oneLine(article.byline) }),
		...(article.edition !== undefined && { site: 'RFI', publisher: 'Radio France Internationale' }),
		...(published !== undefined && { published }),
		accessed: calendarDay(read ?? input.exportedAt, timeZone),
		...(article.url !== undefined && { url: article.url }),
		...(archivedAt !== undefined && { archivedAt }),
		...(article.lang !== undefined && { lang: article.lang }),
		...(article.description !== undefined && { description: oneLine(article.description) }),
		tags: tagsOf(annotations).map(oneLine),
	};
}
