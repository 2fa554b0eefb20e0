import type { Color, Style } from '../domain/color.ts';
import type { Layer } from './layers.ts';

/** A passage to be drawn: which annotation, how, and where in the page. */
export interface Passage {
	readonly id: string;
	readonly color: Color;
	readonly style: Style;
	readonly range: AbstractRange;
	/** Where it crosses others: see `layersOf`. */
	readonly layer?: Layer;
}

/** Draws passages on the page without changing it. Drawing a passage again replaces it. */
export interface Painter {
	paint(passages: Iterable<Passage>): void;
	erase(ids: Iterable<string>): void;
	/** Draws attention to one passage; nothing to let go of it. */
	focus(passage: Passage | undefined): void;
	/** Shows where a reader without a pointer stands; nothing to show it no more. */
	cursor(range: AbstractRange | undefined): void;
	/** Puts back what the page's own scripts have taken out of the registry. */
	heal(): void;
	/** Takes everything of ours away. */
	stop(): void;
}
