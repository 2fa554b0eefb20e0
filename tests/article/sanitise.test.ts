import { JSDOM } from 'jsdom';
import { expect, it } from 'vitest';
import { sanitisedFragment, sanitisedHtml } from '../../utils/article/sanitise.ts';

const window = new JSDOM('', { url: 'https://reader.example/' }).window as unknown as Window;

it('what the reader may show is kept', () => {
	const html =
		'<header><h1>T</h1><p>S</p></header><figure><img src="https://s.rfi.fr/a.jpg" alt="a" width="2" height="1"><figcaption>C</figcaption></figure>' +
		'<h2>H</h2><p>a <a href="https://www.rfi.fr/">b</a> <a href="mailto:a@b.org">m</a> <em lang="la">c</em><br>d</p><ul><li>e</li></ul><ol><li>f</li></ol>' +
		'<blockquote><p>g</p></blockquote><table><tbody><tr><td colspan="2">h</td></tr></tbody></table><p dir="rtl"><time datetime="2025-11-30">i</time></p>' +
		'<img src="data:image/png;base64,iVBORw0KGgo=">';
	expect(sanitisedHtml(html, window)).toBe(html);
});

it.each([
	'<script>alert(1)</script>',
	'<img src=x onerror=alert(1)>',
	'<img src="javascript:alert(1)">',
	'<img src="data:image/svg+xml;base64,PHN2Zz4=">',
	'<img srcset="https://evil.example/x 2x">',
	'<a href="javascript:alert(1)">x</a>',
	'<a href=" java\nscript:alert(1)">x</a>',
	'<a href="data:text/html,<script>alert(1)</script>">x</a>',
	'<a href="file:///etc/passwd">x</a>',
	'<a href="//evil.example/">x</a>',
	'<a href="https://a.example/" target="_blank" onclick="x()" ping="https://evil.example">x</a>',
	'<p style="background:url(https://evil.example)" class="a" id="b" data-x="1" aria-label="y">x</p>',
	'<iframe src="https://evil.example"></iframe>',
	'<object data="x"></object><embed src="x"><applet></applet>',
	'<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
	'<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>',
	'<form action="https://evil.example"><input><button formaction="x">x</button></form>',
	'<base href="https://evil.example/"><link rel="stylesheet" href="x"><meta http-equiv="refresh" content="0">',
	'<template><p>x</p></template><noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
	'<video src="x" poster="y" autoplay></video><audio src="x"></audio><source src="x"><picture></picture>',
	'<custom-element onfocus="x">y</custom-element><p is="x-y">z</p>',
	'<p>a<!-- <img src=x onerror=alert(1)> --></p>',
	'<table background="https://evil.example"><td background="x">y</td></table>',
	'<title>x</title><textarea></textarea><select><option></select><dialog open></dialog><details open ontoggle=x()></details>',
])('nothing that acts, loads or looks like ours gets through: %s', (html) => {
	const clean = sanitisedHtml(html, window);
	expect(clean).not.toMatch(
		/script|evil|\son|style|class|id=|data-|aria|target|svg|math|iframe|object|embed|form|input|base|link|meta|template|video|audio|custom|is="x|background|<!--|file:|srcset|title/i,
	);
});

it('gives a fragment of the window’s own document', () => {
	const fragment = sanitisedFragment('<p>a</p><script>x</script>', window);
	expect(fragment.ownerDocument === window.document).toBe(true);
	expect(fragment.childNodes).toHaveLength(1);
});
