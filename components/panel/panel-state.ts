import type { ActKind } from '../../utils/domain/act.ts';
import type { Annotation, AnnotationContent } from '../../utils/domain/annotation.ts';
import type { ArticleCandidate, ArticleFacts } from '../../utils/domain/article.ts';
import type { ExportChoice } from '../../utils/domain/export-format.ts';
import type { FaultCode } from '../../utils/domain/fault.ts';
import type { AnchorState } from '../../utils/domain/outcome.ts';
import type { PassageChange } from '../../utils/domain/passage-change.ts';
import type { ChineseEdition } from '../../utils/domain/twin.ts';
import type { ExportRun, ExportSaved } from './export-run.ts';
import type { Filters } from './filters.ts';

/** Why a tab shows no article, as far as can be known, and what may help. */
export interface NotArticleHints {
	/** Whether the browser lets En marge see files opened from the disk. */
	readonly fileAccess: 'granted' | 'refused';
	/** False where the reader has taken away the access to rfi.fr. */
	readonly siteAccess: boolean;
	/** True on a web archive that En marge may not see yet. */
	readonly archive: boolean;
	/** True where even asking is in vain: the browser's own pages. */
	readonly closedToExtensions: boolean;
	/** True once the browser has refused to let us into the page; its address is kept from us then. */
	readonly refused: boolean;
	readonly browser: 'chrome' | 'firefox';
}

/** The article's twin in the other Chinese script, and what is annotated on it. */
export interface TwinState {
	readonly edition: ChineseEdition;
	/** BCP 47. */
	readonly lang: string | undefined;
	/** In the twin's reading order. */
	readonly annotations: readonly Annotation[];
	/** Whether the page shows them too; then their outcomes are known like the article's own. */
	readonly isShown: boolean;
}

/** Everything the popup or the panel shows at one moment. */
export type PanelState =
	| { readonly kind: 'loading' }
	| { readonly kind: 'fault'; readonly fault: FaultCode }
	| { readonly kind: 'not-article'; readonly hints: NotArticleHints }
	| {
			readonly kind: 'article';
			readonly facts: ArticleFacts;
			/** By which the store finds the article, also where nothing of it is stored yet. */
			readonly keys: readonly string[];
			/** What the reader wrote on the article as a whole; undefined while that is not known. */
			readonly note: string | undefined;
			/** In reading order. */
			readonly annotations: readonly Annotation[];
			/** By annotation id; absent while the page has not looked for it. */
			readonly outcomes: Readonly<Record<string, AnchorState>>;
			/** By annotation id, for orphans: the words at the nearest place now, where one is known. */
			readonly nearest: Readonly<Record<string, string>>;
			/** By annotation id, for passages that have other words now. */
			readonly changes: Readonly<Record<string, PassageChange>>;
			/** Absent where the article has no twin, or nothing is annotated on it. */
			readonly twin?: TwinState;
			readonly recognised: boolean;
			/** In a private window: what is annotated is kept all the same. */
			readonly privateWindow: boolean;
	  };

export type Direction = 'undo' | 'redo';

/** What was taken back or done again; without `act` where there was nothing. */
export type StepOutcome = { readonly fault: FaultCode } | { readonly fault?: never; readonly act: ActKind | undefined };

/**
 * Changes an annotation. What is typed is of a session: its edits in a row are one act. `isLeaving` tells that this page may be
 * gone the next moment.
 */
export type EditAnnotation<Answer> = (
	changes: Partial<AnnotationContent>,
	typed?: { readonly session: string; readonly isLeaving: boolean },
) => Promise<Answer>;

/** What the reader does in the popup or the panel. */
export interface PanelActions {
	edit(id: string, ...edit: Parameters<EditAnnotation<FaultCode | undefined>>): Promise<FaultCode | undefined>;
	/** Every tag in use, the most used first. */
	loadTags(): Promise<readonly string[]>;
	remove(id: string): Promise<FaultCode | undefined>;
	/** Takes back the last act on the article, or does again what was last taken back. */
	step(direction: Direction): Promise<StepOutcome>;
	writeNote(article: Pick<ArticleCandidate, 'facts' | 'keys'>, note: string): Promise<FaultCode | undefined>;
	/** What the list of an article was narrowed to when it was last shown in this session. */
	recallFilters(article: string): Promise<unknown>;
	keepFilters(article: string, filters: Filters): void;
	/** Shows the passage in the page; of an orphan the nearest place. */
	reveal(id: string): void;
	/** Has the page show the highlights of the twin too, or not any more. */
	showTwin(shown: boolean): void;
	/** Has the page ask for the words an annotation is to stand on. */
	reattach(id: string): Promise<FaultCode | undefined>;
	copyExport(choice: ExportChoice, run: ExportRun): Promise<void>;
	downloadExport(choice: ExportChoice, run: ExportRun): Promise<ExportSaved | undefined>;
	annotateAnyway(): void;
	allowSite(): void;
	allowArchive(): void;
	retry(): void;
}
