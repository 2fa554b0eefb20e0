import type { Color } from '../../../utils/domain/color.ts';
import type { Settings } from '../../../utils/domain/settings.ts';
import type { KeystrokeGuard } from './keystroke-guard.ts';
import { isControl, isEditable, shortcutOf } from './shortcut.ts';

/** What keys do while reading; each answers false where it means nothing now and the page is to have the key. */
export interface PageKeyActs {
	highlight(color?: Color): boolean;
	note(): boolean;
	attach(): boolean;
	dismiss(): boolean;
	step(direction: 'undo' | 'redo'): boolean;
	/** Begins or ends reading by keyboard. */
	cursor(): boolean;
	toAnnotation(direction: 1 | -1): boolean;
	/** Keys that mean something only while reading by keyboard. */
	readingKey(event: KeyboardEvent): boolean;
}

/** Hears the keys that are pressed in the page, unless they write into something or are meant for a control of it. */
export function answerPageKeys(
	guard: KeystrokeGuard,
	articleRoot: () => Element,
	keys: () => Settings['keys'],
	acts: PageKeyActs,
): void {
	guard.onPageKey = (event) => {
		if (isEditable(event.composedPath()[0] ?? event.target)) return false;
		if (acts.readingKey(event)) return true;
		const shortcut = shortcutOf(event, keys());
		switch (shortcut?.kind) {
			case undefined:
				return false;
			case 'undo':
			case 'redo':
				return acts.step(shortcut.kind);
			case 'dismiss':
				return acts.dismiss();
			case 'attach':
				return !isControlOutside(event.target, articleRoot()) && acts.attach();
			case 'highlight':
				return acts.highlight(shortcut.color);
			case 'note':
				return acts.note();
			case 'cursor':
				return !isControl(event.target) && acts.cursor();
			case 'annotation':
				return !isControl(event.target) && acts.toAnnotation(shortcut.direction);
		}
	};
}

/** Enter on a link or a button elsewhere in the page is meant for that. */
function isControlOutside(target: EventTarget | null, articleRoot: Element): boolean {
	if (!(target instanceof Element) || articleRoot.contains(target)) return false;
	return target.closest('a[href], button, summary') !== null;
}
