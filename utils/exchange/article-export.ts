import { type Annotation, compareByPosition, type Instant } from '../domain/annotation.ts';
import type { Article, ArticleFacts, ArticleVersion } from '../domain/article.ts';
import type { Color, Style } from '../domain/color.ts';
import type { ExportTemplate } from '../domain/export-template.ts';
import type { AnchorState } from '../domain/outcome.ts';
import { calendarDay } from './calendar-day.ts';

/** The few words an export adds of its own, in the reader's language. */
export interface ExportWords {
	/** Text of the link back to a passage. */
	readonly passage: string;
	/** Said before a note where nothing else sets it apart from the quote. */
	readonly note: string;
	/** Heading of the list of annotations. */
	readonly annotations: string;
	/** Text of the link that stands where a picture was. */
	readonly picture: string;
	readonly colors: Readonly<Record<Color, string>>;
	/** `solid` is never said. */
	readonly styles: Readonly<Record<Exclude<Style, 'solid'>, string>>;
	/** `anchored` is never said. */
	readonly states: Readonly<Record<Exclude<AnchorState, 'anchored'>, string>>;
}

export const ENGLISH_WORDS: ExportWords = {
	passage: 'Passage',
	note: 'Note',
	annotations: 'Annotations',
	picture: 'Picture',
	colors: { yellow: 'yellow', green: 'green', blue: 'blue', pink: 'pink', purple: 'purple', orange: 'orange' },
	styles: { underline: 'underline', strikethrough: 'strikethrough', outline: 'outline' },
	states: { changed: 'changed', orphan: 'orphan' },
};

/** A stretch of a text, in UTF-16 code units. */
export interface Place {
	readonly start: number;
	readonly end: number;
}

/** A reference as text on one line, and as the same in harmless HTML. */
export interface FormattedCitation {
	readonly text: string;
	readonly html: string;
}

/** One article with its annotations, as every export format takes it. */
export interface ArticleExport {
	readonly article: ArticleFacts;
	/** In any order. Those in the trash are left out. */
	readonly annotations: readonly Annotation[];
	/** The reader's note on the article as a whole, in Markdown. */
	readonly articleNote?: string;
	/** What became of each passage, by annotation id, where that is known. */
	readonly outcomes?: ReadonlyMap<string, AnchorState>;
	readonly exportedAt: Instant;
	/** The newest article text kept: lets links be as short as they can and still lead to one place. */
	readonly articleText?: string;
	/** Sanitised HTML of that same version. */
	readonly articleHtml?: string;
	/** The kept versions that annotations were made on, by fingerprint: their text is what positions count in. */
	readonly versions?: ReadonlyMap<
		string,
		Pick<ArticleVersion, 'captured' | 'text'> & Partial<Pick<ArticleVersion, 'address' | 'html'>>
	>;
	/** How the article lies in the library, where it does: by it a file that comes back finds the article again. */
	readonly stored?: Pick<Article, 'id' | 'keys' | 'addresses' | 'added'>;
	/** True where the article's text is wanted beside the annotations, by a format that can hold it. */
	readonly withArticle?: boolean;
	/** The stretch of whole sentences around a place in a text, in UTF-16 code units. */
	readonly sentencesIn?: (text: string, lang: string | undefined) => (place: Place) => Place;
	/** The reader's own form, for the format that is written by it. */
	readonly template?: ExportTemplate;
	/** The article as a reference in the style that the reader has chosen. */
	readonly citation?: FormattedCitation;
	/** An archive's copy of the page, on the web. */
	readonly archivedAt?: string;
	/** The reader's time zone, for the day of the export; UTC where absent. */
	readonly timeZone?: string;
	/** English where absent. */
	readonly words?: ExportWords;
}

/** What is exported: in reading order, without those in the trash. */
export function exportedAnnotations({ annotations }: ArticleExport): Annotation[] {
	return annotations.filter(({ deleted }) => deleted === undefined).sort(compareByPosition);
}

/** The day an article bears: RFI dates in Paris time; elsewhere the zone is unknown and UTC is taken. */
export function publishedDay({ published, edition }: ArticleFacts): string | undefined {
	return published === undefined ? undefined : calendarDay(published, edition === undefined ? 'UTC' : 'Europe/Paris');
}

/** The tags of all annotations, each once, in the order they first occur. */
export function tagsOf(annotations: readonly Annotation[]): string[] {
	return [...new Set(annotations.flatMap(({ tags }) => tags))];
}

/** Colour, style where not solid, and state where not anchored, in the reader's language. */
export function detailsOf(annotation: Annotation, { outcomes, words = ENGLISH_WORDS }: ArticleExport): string[] {
	const state = outcomes?.get(annotation.id) ?? 'anchored';
	return [
		words.colors[annotation.color],
		...(annotation.style === 'solid' ? [] : [words.styles[annotation.style]]),
		...(state === 'anchored' ? [] : [words.states[state]]),
	];
}

/** White space of any kind as one space, none at the ends; lone surrogates as U+FFFD. */
export function oneLine(text: string): string {
	return text.toWellFormed().replace(/\s+/g, ' ').trim();
}
