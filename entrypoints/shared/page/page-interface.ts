import type { Announcement } from '../../../components/page/announcement.ts';
import type { NoticeContent } from '../../../components/page/page-notice.tsx';
import type { Annotation } from '../../../utils/domain/annotation.ts';
import type { ArticleFacts } from '../../../utils/domain/article.ts';
import type { Color, Style } from '../../../utils/domain/color.ts';
import type { AnchorOutcome } from '../../../utils/domain/outcome.ts';
import type { ChangeOrigin } from '../../../utils/domain/passage-change.ts';
import type { Selectors } from '../../../utils/domain/selector.ts';
import type { ChineseEdition } from '../../../utils/domain/twin.ts';
import type { PageTools } from '../page-tools/tools.ts';
import type { PageToolsHost } from '../page-tools/tools-host.ts';
import type { KeystrokeGuard } from './keystroke-guard.ts';

/** A box in CSS pixels of the viewport. */
export interface ViewportBox {
	readonly left: number;
	readonly top: number;
	readonly right: number;
	readonly bottom: number;
}

/** One annotation, opened beside its passage. */
export interface CardState {
	readonly annotation: Annotation;
	readonly outcome: AnchorOutcome;
	/** Of a passage that has other words now. */
	readonly origin?: ChangeOrigin | undefined;
	/** The edition it is from, where it is the twin's. */
	readonly fromEdition: ChineseEdition | undefined;
	readonly boxes: readonly ViewportBox[];
	/** The box of the article's column. */
	readonly column: ViewportBox;
	/** True when it was opened in order to write: the note takes the focus. */
	readonly writing: boolean;
	/** False where the page's scripts may listen to what is typed; the note is then written outside the page. */
	readonly canType: boolean;
	/** What is typed while the card is open is one act. */
	readonly session: string;
}

/** Words of the article, with what a citation of them tells. */
export interface QuotedPassage {
	readonly quote: Selectors['quote'];
	/** With an address in any case: where the page is open, for an article that does not tell its own. */
	readonly facts: ArticleFacts & { readonly url: string };
	readonly articleText: string;
}

/** Everything our interface in a page shows at one moment. */
export interface PageInterfaceState {
	/** The boxes of the selected words' lines, while a selection stands in the article. */
	readonly selection?: readonly ViewportBox[] | undefined;
	/** Whether the words were selected with a finger, whose own handles are beside them. */
	readonly byTouch?: boolean | undefined;
	/** True while words are waited for that an annotation is to stand on: the toolbar offers to take those selected. */
	readonly canAttach?: boolean;
	readonly card?: CardState | undefined;
	readonly notice?: NoticeContent | undefined;
	/** Said to screen readers; a new object is said again even if it says the same. */
	readonly announcement?: Announcement | undefined;
	readonly dir: 'ltr' | 'rtl';
}

/** What the reader does in our interface in a page. */
export interface PageInterfaceActions {
	highlight(color: Color): void;
	highlightAndNote(): void;
	copyQuote(): void;
	copyLink(): void;
	/** Gives the annotation in question the selected words to stand on. */
	attach(): void;
	dismissToolbar(): void;
	openNoteOutside(): void;
	/** Shows all that changed in the article since the version that the open card's annotation was made on. */
	showChanges(): void;
	changeColor(color: Color): void;
	changeStyle(style: Style): void;
	/** Every tag in use, the most used first. */
	loadTags(): Promise<readonly string[]>;
	/** Keeps what was typed in the card; the card stays open. `isLeaving` tells that the page may be gone the next moment. */
	saveCard(id: string, content: Partial<Pick<Annotation, 'note' | 'tags'>>, session: string, isLeaving: boolean): void;
	closeCard(): void;
	deleteAnnotation(): void;
	undo(): void;
	retry(): void;
	copyDraft(): void;
	dismissNotice(): void;
	openInReader(): void;
}

export interface PageInterface {
	update(state: PageInterfaceState): void;
	/** Puts words of the article, or an address that leads to them, into the clipboard. Resolves to whether that worked. */
	copy(what: 'quote' | 'link', passage: QuotedPassage): Promise<boolean>;
	/** What is needed on an act only: the reading cursor, bounds, merging and splitting. */
	readonly tools?: PageTools | undefined;
	stop(): void;
}

export type MountInterface = (
	actions: PageInterfaceActions,
	guard: KeystrokeGuard,
	toolsHost?: PageToolsHost,
) => PageInterface;
