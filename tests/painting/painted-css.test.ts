import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { COLORS, STYLES } from '../../utils/domain/color.ts';
import { CURSOR_NAME, highlightName } from '../../utils/painting/highlight-names.ts';
import { contrast } from '../components/contrast.ts';

const read = (path: string) => readFileSync(new URL(`../../components/${path}`, import.meta.url), 'utf8');
const css = read('design/painted.css');
const readerCss = read('reader/painted-themes.css');
const LAYERS = [0, 1, 2, 3] as const;
const names = COLORS.flatMap((color) =>
	[...STYLES, 'focus' as const].flatMap((style) => LAYERS.map((layer) => highlightName(color, style, layer))),
);
const everyName = [...new Set(names), CURSOR_NAME];

it.each(everyName)('the look of %s is defined', (name) => {
	expect(css).toContain(`::highlight(${name})`);
});

it.each(names.filter((name) => !name.includes('focus')))('%s follows the theme of the reader', (name) => {
	expect(readerCss).toContain(`::highlight(${name})`);
});

const pairs = [...css.matchAll(/background-color: (#\w{6});\s*color: (#\w{6});/g)];

it.each(pairs.map(([, background, ink]) => [ink ?? '', background ?? '']))(
	'%s on %s is readable (WCAG 2.2, 1.4.3)',
	(ink, background) => {
		expect(contrast(ink, background)).toBeGreaterThanOrEqual(4.5);
	},
);

it('checks a background for each colour: plain and focused', () => {
	expect(pairs).toHaveLength(2 * COLORS.length);
});
