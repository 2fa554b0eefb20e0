import type { Color } from '../../utils/domain/color.ts';
import type { MessageKey, Translate } from '../translation.ts';

const KEYS: Record<Color, MessageKey> = {
	yellow: 'colorYellow',
	green: 'colorGreen',
	blue: 'colorBlue',
	pink: 'colorPink',
	purple: 'colorPurple',
	orange: 'colorOrange',
};

/** A colour's name in the reader's language. */
export function colorLabel(translate: Translate, color: Color): string {
	return translate(KEYS[color]);
}
