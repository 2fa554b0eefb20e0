import type { Annotation, Draft, Instant } from '../../../utils/domain/annotation.ts';
import { COLORS, type Color } from '../../../utils/domain/color.ts';
import type { SelectionControl } from './selection-control.ts';
import type { StoredActs } from './stored-acts.ts';

/** Making annotations of selected words, in the colour that is the reader's default, or in another. */
export interface HighlightActs {
	/** Undefined where no words of the article are selected. */
	highlight(color?: Color): Annotation | undefined;
	/** The colour was chosen, here or in a card: the next highlight has it. */
	rememberColor(color: Color): void;
}

export interface HighlightActsOptions {
	readonly selection: Pick<SelectionControl, 'describe' | 'clear'>;
	readonly acts: StoredActs;
	/** `last` is the one last used. */
	readonly defaultColor: () => Color | 'last';
	readonly lastColor: { read(): Promise<Color | undefined>; write(color: Color): Promise<void> };
	readonly now: () => Instant;
	readonly newId: () => string;
	readonly made: (color: Color) => void;
}

export function createHighlightActs(options: HighlightActsOptions): HighlightActs {
	const { selection, acts, defaultColor, now, newId, made } = options;
	let lastColor: Color = COLORS[0];
	void options.lastColor.read().then((color) => {
		lastColor = color ?? lastColor;
	});

	function usualColor(): Color {
		const color = defaultColor();
		return color === 'last' ? lastColor : color;
	}

	function rememberColor(color: Color): void {
		lastColor = color;
		void options.lastColor.write(color);
	}

	return {
		highlight(color = usualColor()) {
			const selectors = selection.describe();
			if (selectors === undefined) return undefined;
			const draft: Draft = { selectors, color, style: 'solid', note: '', tags: [] };
			const at = now();
			const articleId = acts.articleId ?? '';
			const annotation: Annotation = { ...draft, id: newId(), articleId, version: '', created: at, modified: at };
			acts.create(annotation, draft);
			rememberColor(color);
			selection.clear();
			made(color);
			return annotation;
		},
		rememberColor,
	};
}
