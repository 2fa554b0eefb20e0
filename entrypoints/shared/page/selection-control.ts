import type { ArticleText } from '../../../utils/anchoring/article-text.ts';
import { describe } from '../../../utils/anchoring/describe.ts';
import type { Selectors } from '../../../utils/domain/selector.ts';
import type { InterfaceHolder } from './interface-holder.ts';
import { type ArticleSelection, currentSelection } from './selection-watch.ts';
import { isEditable } from './shortcut.ts';

/** The selection in the article, and the toolbar beside it. */
export interface SelectionControl {
	/** Describes the selected words; undefined where none of the article are selected. */
	describe(): Selectors | undefined;
	/** Shows the toolbar beside what is selected now, or puts it away; `byTouch` where it was not told before. */
	refresh(byTouch?: boolean): void;
	/** Puts the toolbar away until something else is selected. */
	dismiss(): void;
	/** Lets go of the selection. */
	clear(): void;
}

export function createSelectionControl(
	window: Window,
	ui: InterfaceHolder,
	text: () => ArticleText,
	/** Whether the reader has use for the toolbar now. */
	isToolbarWanted: () => boolean,
): SelectionControl {
	let dismissed: string | undefined;
	const current = (): ArticleSelection | undefined => currentSelection(window, text());
	const idOf = (selected: ArticleSelection | undefined) => selected && `${selected.start}-${selected.end}`;

	return {
		describe() {
			const selected = current();
			return selected && describe(text(), selected);
		},
		refresh(byTouch = ui.state.byTouch) {
			const selected = current();
			const isWanted = idOf(selected) !== dismissed && isToolbarWanted() && !isEditable(window.document.activeElement);
			if (idOf(selected) !== dismissed) dismissed = undefined;
			if (selected !== undefined && isWanted) ui.update({ selection: selected.boxes, byTouch });
			else if (ui.state.selection !== undefined) ui.update({ selection: undefined });
		},
		dismiss() {
			dismissed = idOf(current());
			ui.update({ selection: undefined });
		},
		clear() {
			window.getSelection()?.removeAllRanges();
			ui.update({ selection: undefined });
		},
	};
}
