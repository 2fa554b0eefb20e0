import type { Size } from './placement.ts';

/**
 * The size of the viewport without scroll bars, in CSS pixels: that of our host, which fills it. What the root element of
 * the page tells is the size of the whole page where that is written without a doctype.
 */
export function viewportSize(element: Element): Size {
	const root = element.getRootNode();
	const { width, height } = (root instanceof ShadowRoot ? root.host : document.documentElement).getBoundingClientRect();
	return { width, height };
}
