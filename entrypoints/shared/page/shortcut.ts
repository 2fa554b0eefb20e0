import { COLORS, type Color } from '../../../utils/domain/color.ts';

/** What a key means while reading. */
export type Shortcut =
	| { readonly kind: 'highlight'; readonly color?: Color }
	| { readonly kind: 'note' }
	| { readonly kind: 'attach' }
	| { readonly kind: 'dismiss' }
	| { readonly kind: 'undo' }
	| { readonly kind: 'redo' };

type Key = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'>;

/**
 * Reads a key press. Letters are taken by what they write, and by their place on the keyboard where the layout writes
 * another script (Persian, Russian…): the shortcuts must be in reach on every layout.
 */
export function shortcutOf(event: Key): Shortcut | undefined {
	if (event.isComposing || event.altKey) return undefined;
	const key = latinKey(event);
	if (event.ctrlKey || event.metaKey) {
		if (key !== 'z') return undefined;
		return { kind: event.shiftKey ? 'redo' : 'undo' };
	}
	if (event.key === 'Escape') return { kind: 'dismiss' };
	if (event.shiftKey) return undefined;
	if (event.key === 'Enter') return { kind: 'attach' };
	if (key === 'h') return { kind: 'highlight' };
	if (key === 'n') return { kind: 'note' };
	const color = COLORS[Number(key) - 1];
	return color && { kind: 'highlight', color };
}

function latinKey({ key, code }: Key): string {
	if (/^[a-z0-9]$/i.test(key)) return key.toLowerCase();
	// A digit row that writes `&é"'(-` (AZERTY) or Persian digits still counts as digits; letters likewise.
	return /^(?:Key([A-Z])|Digit([0-9]))$/.exec(code)?.slice(1).find(Boolean)?.toLowerCase() ?? '';
}

/** Whether a key typed here writes into something: then it is no shortcut. */
export function isEditable(target: EventTarget | null): boolean {
	if (!(target instanceof Element)) return false;
	return (
		(target as HTMLElement).isContentEditable || target.closest('input, textarea, select, [role="textbox"]') !== null
	);
}
