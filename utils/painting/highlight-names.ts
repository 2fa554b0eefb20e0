import type { Color, Style } from '../domain/color.ts';
import type { Layer } from './layers.ts';

const PREFIX = 'en-marge-';

/**
 * The name of a registry entry. Begins with `en-marge-`, ends with the colour: it tells the page nothing else.
 * The rules that give these names their look are in the stylesheet beside the content scripts.
 */
export function highlightName(color: Color, style: Style | 'focus', layer: Layer = 0): string {
	const look = style === 'solid' ? '' : `${style}-`;
	// Lines through words and around them are seen wherever they cross others; the rest is drawn in layers.
	const isLayered = layer > 0 && (style === 'solid' || style === 'underline');
	return `${PREFIX}${look}${isLayered ? `layer${layer}-` : ''}${color}`;
}

/** The words that a reader without a pointer stands on. No annotation: it ends with no colour's name. */
export const CURSOR_NAME = `${PREFIX}cursor`;
