import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { COLORS, STYLES } from '../../utils/domain/color.ts';
import { CURSOR_NAME, highlightName } from '../../utils/painting/highlight-names.ts';

const read = (path: string) => readFileSync(new URL(`../../components/${path}`, import.meta.url), 'utf8');
const css = read('design/painted.css');
const readerCss = read('reader/reader.css');
const LAYERS = [0, 1, 2, 3] as const;
const names = COLORS.flatMap((color) =>
	[...STYLES, 'focus' as const].flatMap((style) => LAYERS.map((layer) => highlightName(color, style, layer))),
);
const everyName = [...new Set(names), CURSOR_NAME];

it.each(everyName)('the look of %s is defined', (name) => {
	expect(css).toContain(`::highlight(${name})`);
});

const pairs = [...`${css}${readerCss}`.matchAll(/background-color: (#\w{6});\s*color: (#\w{6});/g)];

it.each(pairs.map(([, background, ink]) => [ink ?? '', background ?? '']))(
	'%s on %s is readable (WCAG 2.2, 1.4.3)',
	(ink, background) => {
		expect(contrast(ink, background)).toBeGreaterThanOrEqual(4.5);
	},
);

it('checks a background for each colour: plain, focused, and in the dark reader', () => {
	expect(pairs).toHaveLength(3 * COLORS.length);
});

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(a: string, b: string): number {
	const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
	return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
	const [r, g, b] = [1, 3, 5].map((at) => {
		const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
		return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
	}) as [number, number, number];
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
