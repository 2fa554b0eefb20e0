import { expect, it, test } from 'vitest';
import { withoutStyles } from '../../utils/article/without-styles.ts';
import { parseHtml } from './as-shown.ts';

it.each([
	[
		'<a href="x" style="color:orange" target="_blank">x</a>',
		'<a href="x" data-style="color:orange" target="_blank">x</a>',
	],
	[`<p class="a"style='b'>x</p>`, `<p class="a"data-style='b'>x</p>`],
	['<p\nSTYLE = b>x</p>', '<p\ndata-style = b>x</p>'],
	['<p>the style="x" of words</p>', '<p>the style="x" of words</p>'],
	[`<img alt=" style='x'" style="y">`, `<img alt=" style='x'" data-style="y">`],
	['<p data-style="x">a</p>', '<p data-style="x">a</p>'],
])('%s', (html, wanted) => expect(withoutStyles(html)).toBe(wanted));

test('everything else is parsed as it was', () => {
	const html = `<p id="a > b" style="x">1 < 2 and style=3 <b style='"'>z</b><img alt="a style=b"></p><p style="`;
	const [before, after] = [html, withoutStyles(html)].map((each) => parseHtml(each).body);
	for (const element of before!.querySelectorAll('[style]')) {
		element.removeAttribute('style');
	}
	for (const element of after!.querySelectorAll('[data-style]')) {
		element.removeAttribute('data-style');
	}
	expect(after!.innerHTML).toBe(before!.innerHTML);
});

test('time is linear, however the quotes stand', () => {
	const start = performance.now();
	withoutStyles(`style=${'<a "'.repeat(200_000)}`);
	withoutStyles(`style=${`<a "'`.repeat(200_000)}`);
	withoutStyles(`style=<a${' x="'.repeat(200_000)}`);
	expect(performance.now() - start).toBeLessThan(2000);
});
