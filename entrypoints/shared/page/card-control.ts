import type { Annotation } from '../../../utils/domain/annotation.ts';
import type { ChineseEdition } from '../../../utils/domain/twin.ts';
import { passagesAt } from '../../../utils/painting/hit-test.ts';
import type { AnnotationsView } from './annotations-view.ts';
import type { InterfaceHolder } from './interface-holder.ts';
import type { KeystrokeGuard } from './keystroke-guard.ts';
import { boxesOf } from './selection-watch.ts';

/** The card of one annotation beside its passage. */
export interface CardControl {
	/** The annotation whose card is open. */
	readonly openId: string | undefined;
	/** Where in the page the click fell that opened it; undefined where it was opened otherwise. */
	readonly clickedAt: Range | undefined;
	/** `writing` gives the note the focus. */
	open(id: string, writing: boolean): void;
	/** Shows what the view shows now; closes a card whose passage is not painted any more. */
	refresh(): void;
	/** What was typed is handed in on the way. */
	close(): void;
	/**
	 * Opens the card of the passage that was clicked on, the shortest where several cross; clicked again, of the next.
	 * Closes the card after a click elsewhere.
	 */
	click(event: MouseEvent): void;
}

export function createCardControl(
	window: Window,
	guard: KeystrokeGuard,
	ui: InterfaceHolder,
	view: AnnotationsView,
	articleRoot: () => Element,
	/** The edition an annotation is from, where it is the twin's. */
	twinEdition: (annotation: Annotation) => ChineseEdition | undefined,
	newId: () => string,
): CardControl {
	let openId: string | undefined;
	let clickedAt: Range | undefined;
	let session = '';

	function refresh(writing = ui.state.card?.writing ?? false): void {
		const entry = openId === undefined ? undefined : view.get(openId);
		if (entry?.range === undefined || entry.outcome === undefined) return close();
		const { annotation, outcome, range, origin } = entry;
		const column = articleRoot().getBoundingClientRect();
		const fromEdition = twinEdition(annotation);
		const place = { boxes: boxesOf(range), column };
		const canType = guard.early;
		ui.update({ card: { annotation, outcome, origin, fromEdition, ...place, writing, canType, session } });
	}

	function close(): void {
		openId = clickedAt = undefined;
		if (ui.state.card !== undefined) ui.update({ card: undefined });
	}

	function open(id: string, writing: boolean): void {
		openId = id;
		session = newId();
		refresh(writing);
	}

	/** The annotations painted under a click, the shortest first: where highlights overlap, it is the one that is meant. */
	function annotationsAt({ clientX, clientY }: MouseEvent): string[] {
		const candidates = view.inReadingOrder().flatMap(({ annotation: { id }, outcome, range }) => {
			if (range === undefined || outcome === undefined || outcome.state === 'orphan') return [];
			return [{ id, range, length: outcome.end - outcome.start }];
		});
		return passagesAt({ x: clientX, y: clientY }, candidates).map(({ id }) => id);
	}

	return {
		get openId() {
			return openId;
		},
		get clickedAt() {
			return clickedAt;
		},
		open,
		refresh: () => refresh(),
		close,
		click(event) {
			if (!event.isTrusted || event.button !== 0 || event.target === guard.host) return;
			const before = openId;
			close();
			const isOnControl = event.target instanceof Element && event.target.closest('a[href], button') !== null;
			if (isOnControl || window.getSelection()?.isCollapsed === false) return;
			const under = annotationsAt(event);
			const id = under[(under.indexOf(before ?? '') + 1) % under.length];
			if (id === undefined) return;
			const selection = window.getSelection();
			clickedAt = selection?.rangeCount ? selection.getRangeAt(0).cloneRange() : undefined;
			open(id, false);
		},
	};
}
