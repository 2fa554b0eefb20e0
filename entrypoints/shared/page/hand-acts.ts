import type { Color } from '../../../utils/domain/color.ts';
import type { CardControl } from './card-control.ts';
import type { Complaints } from './complaints.ts';
import type { HighlightActs } from './highlight-acts.ts';
import type { InterfaceHolder } from './interface-holder.ts';
import type { SelectionControl } from './selection-control.ts';
import type { StoredActs } from './stored-acts.ts';

/** What the reader's hand does to annotations from the page: stored, and told to those who cannot see it. */
export interface HandActs {
	/** False where there is nothing to highlight. */
	highlight(color?: Color): boolean;
	highlightAndNote(): boolean;
	recolor(id: string, color: Color): void;
	remove(id: string): void;
	/** Takes back the last act, also one that is still on its way to the store. */
	undo(): void;
	/** False where nothing was done that could be taken back. */
	step(direction: 'undo' | 'redo'): boolean;
}

export function createHandActs(
	ui: InterfaceHolder,
	selection: SelectionControl,
	highlights: HighlightActs,
	acts: StoredActs,
	card: CardControl,
	complaints: Complaints,
): HandActs {
	/** The annotation of just the words that a reader without a pointer stands on. */
	const here = (): string | undefined =>
		selection.describe() === undefined ? ui.tools?.cursor.annotationHere() : undefined;

	function recolor(id: string, color: Color): void {
		acts.edit(id, { color });
		ui.announce({ kind: 'highlighted', color });
	}

	async function walk(direction: 'undo' | 'redo'): Promise<void> {
		complaints.notify(undefined);
		const report = await acts.step(direction);
		if (report !== undefined) ui.announce({ kind: direction, act: report.kind });
	}

	return {
		highlight(color) {
			const known = here();
			if (known === undefined) return highlights.highlight(color) !== undefined;
			if (color !== undefined) recolor(known, color);
			return true;
		},
		highlightAndNote() {
			const id = here() ?? highlights.highlight()?.id;
			if (id !== undefined) card.open(id, true);
			return id !== undefined;
		},
		recolor,
		remove(id) {
			card.close();
			acts.remove(id);
			complaints.notify({ kind: 'deleted' });
			ui.announce({ kind: 'deleted' });
		},
		undo: () => void walk('undo'),
		step(direction) {
			if (acts.actedOn === undefined) return false;
			void walk(direction);
			return true;
		},
	};
}
