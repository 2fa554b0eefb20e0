import type { Color, Style } from '../domain/color.ts';

const PREFIX = 'en-marge-';

/**
 * The name of a registry entry. Begins with `en-marge-`, ends with the colour: it tells the page nothing else.
 * The rules that give these names their look are in the stylesheet beside the content scripts.
 */
export function highlightName(color: Color, style: Style | 'focus'): string {
	return style === 'solid' ? `${PREFIX}${color}` : `${PREFIX}${style}-${color}`;
}
