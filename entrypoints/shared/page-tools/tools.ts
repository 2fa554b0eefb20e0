import type { Bounds, BoundUnit } from '../../../components/page/bounds.ts';
import type { Box } from '../../../components/page/placement.ts';
import type { Span } from '../../../utils/anchoring/text-units.ts';
import type { Selectors } from '../../../utils/domain/selector.ts';

/** What is needed only when the reader acts, and comes into the page with the interface. */
export interface PageTools {
	readonly cursor: ReadingCursor;
	readonly bounds: BoundsControl;
	readonly passages: PassageCommands;
}

/** Reading and annotating without a pointer: a place in the article that is moved by sentence, paragraph and word. */
export interface ReadingCursor {
	/** Where it stands, in code units of the article text; undefined while nobody reads by it. */
	readonly span: Span | undefined;
	/** Begins at what is selected, else at the first sentence in view; or ends. */
	toggle(): void;
	/** To the next annotation of the page, or the one before. */
	toAnnotation(direction: 1 | -1): void;
	/** Acts on a key; false where it is none of the cursor's, or meant for a control of the page. */
	key(event: KeyboardEvent): boolean;
	/** The words it stands on, described. */
	selectors(): Selectors | undefined;
	/** The annotation of this article of exactly these words. */
	annotationHere(): string | undefined;
	/** The page has drawn itself anew. */
	rendered(): void;
	leave(): void;
}

export type Bound = 'start' | 'end';

/** Where the passage of the open card begins and ends, being changed. What is changed in one go is one act. */
export interface BoundsControl {
	/** Undefined where no card is open whose passage could be changed. */
	state(): Bounds | undefined;
	/** The boxes of the passage's lines while it is being changed, in CSS pixels of the viewport. */
	boxes(): readonly Box[] | undefined;
	move(bound: Bound, unit: BoundUnit, direction: 1 | -1): void;
	/** Towards a point, in CSS pixels of the viewport. */
	drag(bound: Bound, x: number, y: number, wholeWords: boolean): void;
	/** Takes in whole the words that are cut; of both bounds unless told of which. Changes what is under way. */
	wholeWords(bound?: Bound): void;
	/** Ends what is under way: the act is done. */
	keep(): void;
	/** Ends what is under way without an act; false where nothing is. */
	cancel(): boolean;
}

/** Making one annotation of several, and two of one: of the one whose card is open. */
export interface PassageCommands {
	/** How many annotations it crosses or touches, each directly or through another. */
	mergeable(): number;
	merge(): void;
	/** The words that the second annotation would begin with; undefined where no place is chosen inside the passage. */
	splitWords(): string | undefined;
	split(): void;
}
