import type { Unit } from '../../../utils/anchoring/text-units.ts';

/** What a key asks of the reading cursor; `text` is its first or last sentence. */
export interface ReadingMove {
	readonly unit: Unit | 'text';
	readonly direction: 1 | -1;
	readonly extend: boolean;
}

type Key = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'>;

/** Reads a key press; J and K by their place where the layout writes another script. */
export function readingMove(event: Key, dir: 'ltr' | 'rtl'): ReadingMove | undefined {
	if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return undefined;
	const extend = event.shiftKey;
	const ahead = dir === 'rtl' ? -1 : 1;
	const isLatin = /^[a-z]$/i.test(event.key);
	switch (isLatin || !/^Key[JK]$/.test(event.code) ? event.key : event.code) {
		case 'ArrowDown':
		case 'j':
		case 'J':
		case 'KeyJ':
			return { unit: 'sentence', direction: 1, extend };
		case 'ArrowUp':
		case 'k':
		case 'K':
		case 'KeyK':
			return { unit: 'sentence', direction: -1, extend };
		case 'PageDown':
			return { unit: 'block', direction: 1, extend };
		case 'PageUp':
			return { unit: 'block', direction: -1, extend };
		case 'ArrowRight':
			return { unit: 'word', direction: ahead, extend };
		case 'ArrowLeft':
			return { unit: 'word', direction: ahead === 1 ? -1 : 1, extend };
		case 'Home':
			return { unit: 'text', direction: -1, extend: false };
		case 'End':
			return { unit: 'text', direction: 1, extend: false };
		default:
			return undefined;
	}
}
