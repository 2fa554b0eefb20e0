import { COLORS, type Color } from '../../utils/domain/color.ts';
import type { MessageKey, Translate } from '../translation.ts';

const KEYS: Record<Color, MessageKey> = {
	yellow: 'colorYellow',
	green: 'colorGreen',
	blue: 'colorBlue',
	pink: 'colorPink',
	purple: 'colorPurple',
	orange: 'colorOrange',
};

/** A colour's name in the reader's language, with what the reader means by it where that is told: `Yellow: fact`. */
export function colorLabel(translate: Translate, color: Color): string {
	return translate(KEYS[color]);
}

/** The colour that a message names; undefined for other messages. */
export function colorOfKey(key: MessageKey): Color | undefined {
	return COLORS.find((color) => KEYS[color] === key);
}
