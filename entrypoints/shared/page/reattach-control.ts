import type { Selectors } from '../../../utils/domain/selector.ts';
import type { AnnotationsView } from './annotations-view.ts';
import type { InterfaceHolder } from './interface-holder.ts';
import type { SelectionControl } from './selection-control.ts';

/** Giving an annotation other words to stand on: it is begun in a list, and ended in the page by selecting them. */
export interface ReattachControl {
	/** True while words are waited for. */
	readonly isWaiting: boolean;
	/** Asks the reader to select words; false where the page does not have the annotation. */
	begin(id: string): boolean;
	/** Takes the words selected now; false where nothing waits for them, or none of the article are selected. */
	attach(): boolean;
	/** Leaves the annotation as it is. */
	cancel(): void;
}

export function createReattachControl(
	ui: InterfaceHolder,
	view: AnnotationsView,
	selection: Pick<SelectionControl, 'describe' | 'refresh' | 'clear'>,
	attached: (id: string, selectors: Selectors) => void,
): ReattachControl {
	let waiting: string | undefined;

	function end(): void {
		waiting = undefined;
		const { notice } = ui.state;
		ui.update({ canAttach: false, ...(notice?.kind === 'reattach' && { notice: undefined }) });
	}

	return {
		get isWaiting() {
			return waiting !== undefined;
		},
		begin(id) {
			const entry = view.get(id);
			if (entry === undefined) return false;
			waiting = id;
			const words = entry.annotation.selectors.quote.exact;
			// A complaint is not covered: the words are asked for aloud then.
			const isFree = ui.state.notice?.kind !== 'fault';
			ui.update({ canAttach: true, ...(isFree && { notice: { kind: 'reattach', words } }) });
			ui.announce({ kind: 'reattach' });
			// Words may stand selected already.
			selection.refresh();
			return true;
		},
		attach() {
			const selectors = waiting === undefined ? undefined : selection.describe();
			if (waiting === undefined || selectors === undefined) return false;
			const id = waiting;
			end();
			selection.clear();
			attached(id, selectors);
			return true;
		},
		cancel: end,
	};
}
