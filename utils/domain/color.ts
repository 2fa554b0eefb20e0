/**
 * The six colours and four styles of a highlight. The names and their order are those of EPUB Annotations 1.0
 * (https://www.w3.org/TR/epub-anno-10/), so that an export needs no table of equivalents.
 */
export const COLORS = ['yellow', 'green', 'blue', 'pink', 'purple', 'orange'] as const;
export type Color = (typeof COLORS)[number];

export const STYLES = ['solid', 'underline', 'strikethrough', 'outline'] as const;
export type Style = (typeof STYLES)[number];

export function isColor(value: unknown): value is Color {
	return (COLORS as readonly unknown[]).includes(value);
}
