import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { COLORS } from '../../utils/domain/color.ts';
import { contrast } from './contrast.ts';

const read = (path: string): string => readFileSync(new URL(`../../components/${path}`, import.meta.url), 'utf8');
const tokens = read('design/tokens.css');
const look = read('reader/look.css');
const painted = read('reader/painted-themes.css');

type Scheme = 'light' | 'dark';
const THEMES: readonly { readonly name: string; readonly scheme: Scheme; readonly own: string }[] = [
	{ name: 'light', scheme: 'light', own: '' },
	{ name: 'dark', scheme: 'dark', own: '' },
	{ name: 'sepia', scheme: 'light', own: /data-theme="sepia"\] \{([^}]*)\}/.exec(look)?.[1] ?? '' },
];

/** The value of `name: value;` as the scheme has it, written `#rrggbb`; the last one in the style sheet counts. */
function colorIn(css: string, name: string, scheme: Scheme): string {
	const written = [...css.matchAll(new RegExp(`[\\s{;]${name}: ([^;]+);`, 'g'))].at(-1)?.[1] ?? '';
	const [, light, dark] = /^light-dark\((#\w+), (#\w+)\)$/.exec(written) ?? [];
	const value = (scheme === 'light' ? light : dark) ?? written;
	return value.replace(/^#(\w)(\w)(\w)$/, '#$1$1$2$2$3$3');
}

/** The declarations of the rules whose selectors name this highlight. */
function highlightRules(name: string): string {
	const rules = [...painted.matchAll(/([^{}]+)\{([^}]*)\}/g)];
	return rules.flatMap(([, selectors = '', body = '']) => (selectors.includes(`(${name})`) ? [body] : [])).join('\n');
}

describe.each(THEMES)('in the $name theme', ({ scheme, own }) => {
	const token = (name: string): string => colorIn(`${tokens}\n${own}`, `--${name}`, scheme);

	test.each(['paper', 'paper-raised', 'paper-sunken'])('ink, quiet ink and accent can be read on %s', (ground) => {
		for (const ink of ['ink', 'ink-soft', 'accent']) {
			expect(contrast(token(ink), token(ground)), ink).toBeGreaterThanOrEqual(4.5);
		}
	});

	test('what stands on the accent can be read', () => {
		expect(contrast(token('accent-ink'), token('accent'))).toBeGreaterThanOrEqual(4.5);
	});

	test.each(COLORS)('text highlighted in %s can be read, and the highlight be seen', (color) => {
		const highlight = highlightRules(`en-marge-${color}`);
		const [background, ink] = ['background-color', 'color'].map((name) => colorIn(highlight, name, scheme));
		expect(contrast(ink!, background!)).toBeGreaterThanOrEqual(4.5);
		expect(contrast(background!, token('paper'))).toBeGreaterThan(1.05);
	});

	test.each(COLORS)('a line in %s can be seen on the paper (WCAG 2.2, 1.4.11)', (color) => {
		const line = colorIn(highlightRules(`en-marge-underline-${color}`), 'text-decoration-color', scheme);
		expect(contrast(line, token('paper'))).toBeGreaterThanOrEqual(3);
	});
});
