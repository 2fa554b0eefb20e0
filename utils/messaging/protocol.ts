import type { ActReport } from '../domain/act.ts';
import type { Annotation, AnnotationContent, Draft, Instant } from '../domain/annotation.ts';
import type {
	Article,
	ArticleCandidate,
	ArticleFacts,
	StoredArticle,
	VersionCandidate,
	VersionText,
} from '../domain/article.ts';
import type { Messages } from '../domain/messages.ts';
import type { AnchorState } from '../domain/outcome.ts';
import type { PassageChange } from '../domain/passage-change.ts';
import type { Selectors } from '../domain/selector.ts';
import type { Settings } from '../domain/settings.ts';
import type { TwinClue } from '../domain/twin.ts';

/** The scripts that the background puts into a page when they are needed, and only then. */
export type PageScript = 'annotator' | 'interface' | 'extractor';

/** What changes when an annotation is edited; absent members stay as they are. */
export type AnnotationChanges = Partial<AnnotationContent & { readonly selectors: Selectors }>;

/** What a page tells the popup and the panel of itself. */
export type PageReport =
	| { readonly kind: 'not-article'; readonly reason: string }
	| {
			readonly kind: 'article';
			readonly facts: ArticleFacts;
			readonly keys: readonly string[];
			/** False on a page the reader asked to annotate although it is no RFI article. */
			readonly recognised: boolean;
			/** By annotation id; an annotation not yet looked for is absent. */
			readonly outcomes: Readonly<Record<string, AnchorState>>;
			/** By annotation id, for orphans: the words that stand now at the nearest place, where one is known. */
			readonly nearest: Readonly<Record<string, string>>;
			/** By annotation id, for passages that have other words now. */
			readonly changes: Readonly<Record<string, PassageChange>>;
			/** Whether the page shows the highlights of the article's twin too; their outcomes are among those above. */
			readonly isTwinShown: boolean;
			/**
			 * What the page shows of its own article, in reading order, so that a list can be drawn before the database is open; the store has
			 * the last word. Absent while the page does not know what is stored, and where the message would be too long.
			 */
			readonly annotations?: readonly Annotation[];
	  };

/** Commands from a page to the background. Each answers with a value or a fault. */
export interface BackgroundCommands {
	/** Puts a script of En marge into the page that asks. */
	loadScript(request: { script: PageScript }): void;
	/** The words of the interface in a language other than the browser's, if it is one that the interface is written in. */
	getMessages(request: { language: Settings['language'] }): Messages | undefined;
	/** What is stored about the article with any of these identity keys. */
	openArticle(request: { keys: readonly string[] }): StoredArticle;
	/** What is stored of the article's twin in the other Chinese script. */
	openTwin(request: TwinClue): StoredArticle;
	/** The article texts of kept versions, by fingerprint; a version that is not kept is absent. */
	readVersions(request: { articleId: string; fingerprints: readonly string[] }): Readonly<Record<string, VersionText>>;
	createAnnotation(request: {
		article: ArticleCandidate;
		version: VersionCandidate;
		draft: Draft;
		id: string;
		at: Instant;
	}): Annotation;
	/** Edits of one `session` in a row, what is typed in one sitting, are one act to undo. */
	editAnnotation(request: { id: string; changes: AnnotationChanges; at: Instant; session?: string }): Annotation;
	/** Every tag in use, the most used first. */
	listTags(request: object): readonly string[];
	/** Gives an annotation other words of its article to stand on; the version is the one they are taken from. */
	reattachAnnotation(request: {
		id: string;
		article: ArticleCandidate;
		version: VersionCandidate;
		selectors: Selectors;
		at: Instant;
	}): Annotation;
	/** Merges others into an annotation; its selectors are of all their words together. The one that stays. */
	mergeAnnotations(request: {
		id: string;
		others: readonly string[];
		article: ArticleCandidate;
		version: VersionCandidate;
		selectors: Selectors;
		at: Instant;
	}): Annotation;
	/** Splits an annotation in two; it stays on the first words. */
	splitAnnotation(request: {
		id: string;
		secondId: string;
		article: ArticleCandidate;
		version: VersionCandidate;
		selectors: Selectors;
		second: Selectors;
		at: Instant;
	}): Annotation;
	deleteAnnotation(request: { id: string; at: Instant }): void;
	/** Takes back the last act on this article; nothing where there is none. */
	undo(request: { articleId: string; at: Instant }): ActReport | undefined;
	/** Does again what was last taken back. */
	redo(request: { articleId: string; at: Instant }): ActReport | undefined;
	/** Keeps the article as it stands, if this state of it is new. */
	keepArticle(request: { article: ArticleCandidate; version: VersionCandidate; at: Instant }): Article;
	/** Keeps what the reader writes on the article as a whole. */
	noteArticle(request: { article: ArticleCandidate; note: string; at: Instant }): Article;
	/** Keeps a copy that cannot be annotated in place and shows it in the reader, in the tab that asks. */
	openInReader(request: { article: ArticleCandidate; version: VersionCandidate; at: Instant }): void;
	/** Opens the reader on what changed in an article since one of its versions. */
	showChanges(request: { articleId: string; version: string }): void;
	/** Opens the editor of a note outside the page, for pages whose scripts might listen to what is typed. */
	editNoteOutside(request: { id: string }): void;
	/** Writes down that an error arose in a page that nobody foresaw: its kind, and the lines of its stack that name our files. */
	noteUnexpected(request: { name: string; code?: string; stack: string }): void;
}

/** Commands from the popup, the panel and the background to a page. */
export interface PageCommands {
	/** What is this page? `brief` leaves the annotations out, for one who has them from the store. */
	getPage(request: { brief?: boolean }): PageReport;
	/** Scrolls to a passage, or the nearest place of one that is gone, and shows it for a moment; false where there is neither. */
	revealAnnotation(request: { id: string }): boolean;
	/** Asks the reader to select the words that an annotation is to stand on; false where the page does not have it. */
	beginReattaching(request: { id: string }): boolean;
	/** Highlights the selected words, and with `note` opens the note; false where none of an article are selected. */
	annotateSelection(request: { note: boolean }): boolean;
	/** Shows the highlights of the article's twin too, or not any more. */
	showTwin(request: { shown: boolean }): void;
	/** Something about this article, or where none is named about many, was stored elsewhere: look again. */
	annotationsChanged(request: { articleId?: string }): void;
}

export type CommandMap = { [name: string]: (request: never) => unknown };
