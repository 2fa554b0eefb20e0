import { type Color, isColor } from '../../../utils/domain/color.ts';
import { latinKey } from '../../../utils/domain/latin-key.ts';
import { KEY_ACTIONS, type Settings } from '../../../utils/domain/settings.ts';

/** What a key means while reading. */
export type Shortcut =
	| { readonly kind: 'highlight'; readonly color?: Color }
	| { readonly kind: 'note' }
	| { readonly kind: 'attach' }
	/** Reading by keyboard: begin or end it. */
	| { readonly kind: 'cursor' }
	/** To the next annotation, or the one before. */
	| { readonly kind: 'annotation'; readonly direction: 1 | -1 }
	| { readonly kind: 'dismiss' }
	| { readonly kind: 'undo' }
	| { readonly kind: 'redo' };

type Key = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'>;

/** Reads a key press: what the reader has set the key to do. Undo, redo, Enter and Escape are everybody's. */
export function shortcutOf(event: Key, keys: Settings['keys']): Shortcut | undefined {
	if (event.isComposing || event.altKey) return undefined;
	const key = latinKey(event);
	if (event.ctrlKey || event.metaKey) {
		if (key !== 'z') return undefined;
		return { kind: event.shiftKey ? 'redo' : 'undo' };
	}
	if (event.key === 'Escape') return { kind: 'dismiss' };
	if (event.shiftKey) return undefined;
	if (event.key === 'Enter') return { kind: 'attach' };
	const action = key === '' ? undefined : KEY_ACTIONS.find((each) => keys[each] === key);
	if (action !== undefined) return isColor(action) ? { kind: 'highlight', color: action } : { kind: action };
	// By their place too: many layouts write brackets with a third key held down.
	if (event.key === ']' || event.code === 'BracketRight') return { kind: 'annotation', direction: 1 };
	if (event.key === '[' || event.code === 'BracketLeft') return { kind: 'annotation', direction: -1 };
	return undefined;
}

/** Whether a key typed here writes into something: then it is no shortcut. */
export function isEditable(target: EventTarget | null): boolean {
	if (!(target instanceof Element)) return false;
	return (
		(target as HTMLElement).isContentEditable || target.closest('input, textarea, select, [role="textbox"]') !== null
	);
}

const CONTROLS =
	'a[href], area[href], button, summary, select, option, video, audio, iframe, object, embed, [tabindex]:not([tabindex="-1"]),' +
	'[role="button"], [role="link"], [role="slider"], [role="tab"], [role="menuitem"], [role="option"], [role="application"]';

/** Whether a key pressed here is meant for a control of the page that has the focus. */
export function isControl(target: EventTarget | null): boolean {
	return target instanceof Element && target.matches(CONTROLS);
}
