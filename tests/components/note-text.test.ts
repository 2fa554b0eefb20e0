import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { h, render } from 'preact';
import { beforeAll, describe, expect, it } from 'vitest';
import { NoteText } from '../../components/annotation/note-text.tsx';

/** What a note may become: elements, and their attributes. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
	div: ['class', 'dir'],
	p: ['dir', 'class'],
	strong: [],
	em: [],
	del: [],
	code: [],
	br: [],
	hr: [],
	pre: ['dir'],
	ul: [],
	ol: ['start'],
	li: ['dir'],
	blockquote: ['dir'],
	a: ['href', 'target', 'rel'],
};

let window: JSDOM['window'];
/** Addresses that were asked for while notes were shown. */
const loaded: string[] = [];

beforeAll(() => {
	window = new JSDOM('<!doctype html><body>', { runScripts: 'dangerously', url: 'https://www.rfi.fr/fr/a' }).window;
	Object.assign(globalThis, { document: window.document });
	for (const name of ['Image', 'HTMLImageElement', 'HTMLScriptElement'])
		Object.defineProperty(window[name as 'Image'].prototype, 'src', { set: (src: string) => void loaded.push(src) });
});

function shown(note: string): HTMLElement {
	const container = window.document.createElement('div');
	window.document.body.replaceChildren(container);
	render(h(NoteText, { note }), container);
	return container;
}

function expectHarmless(note: string): void {
	const container = shown(note);
	for (const element of container.querySelectorAll('*')) {
		const allowed = ALLOWED[element.localName];
		expect(allowed, `<${element.localName}> of ${JSON.stringify(note)}`).toBeDefined();
		expect(allowed).toEqual(expect.arrayContaining(element.getAttributeNames()));
	}
	for (const link of container.querySelectorAll('a')) {
		expect(link.protocol).toMatch(/^(?:https?|mailto):$/);
		expect(link.rel.split(' ')).toEqual(expect.arrayContaining(['noopener', 'noreferrer']));
	}
	expect('ran' in window).toBe(false);
	expect(loaded).toEqual([]);
}

const RUN = 'window.ran=1';
const SCHEMES = [
	`javascript:${RUN}`,
	`JaVaScRiPt:${RUN}`,
	` javascript:${RUN}`,
	`\tjavascript:${RUN}`,
	`java\tscript:${RUN}`,
	`java\nscript:${RUN}`,
	`java\rscript:${RUN}`,
	`\u0001javascript:${RUN}`,
	`\u0000javascript:${RUN}`,
	`\u00a0javascript:${RUN}`,
	`\u200bjavascript:${RUN}`,
	`\u202ejavascript:${RUN}`,
	`\ufeffjavascript:${RUN}`,
	`javascript\\:${RUN}`,
	`javascript&colon;${RUN}`,
	`javascript&#58;${RUN}`,
	`&#106;avascript:${RUN}`,
	`&#x6a&#x61vascript:${RUN}`,
	`%6aavascript:${RUN}`,
	`javascript://www.rfi.fr/%0a${RUN}`,
	`javascript:/*https://*/${RUN}`,
	`vbscript:${RUN}`,
	`data:text/html,<script>${RUN}</script>`,
	`data:text/html;base64,PHNjcmlwdD53aW5kb3cucmFuPTE8L3NjcmlwdD4=`,
	`data:image/svg+xml,<svg onload="${RUN}">`,
	'blob:https://www.rfi.fr/1',
	'file:///etc/passwd',
	'about:blank',
	'filesystem:https://www.rfi.fr/x',
	'chrome://settings',
	'chrome-extension://id/popup.html',
	'moz-extension://id/popup.html',
	'view-source:https://www.rfi.fr',
	'ftp://a.example',
	'//a.example/x',
	'/\\a.example',
	'https:a.example',
	'https:///a.example',
	'mailto:',
	'tel:+33',
	'intent://a.example#Intent;end',
	'ms-word:ofe|u|https://a.example/x.doc',
];

const HTML = [
	`<script>${RUN}</script>`,
	`<ScRiPt>${RUN}</sCrIpT>`,
	`<script src="https://a.example/x.js"></script>`,
	`<img src=x onerror="${RUN}">`,
	`<img src="https://a.example/p.png">`,
	`<svg onload="${RUN}">`,
	`<svg><script>${RUN}</script></svg>`,
	`<svg><animate onbegin="${RUN}" attributeName=x></svg>`,
	`<math><mtext><style><img src=x onerror=${RUN}></style></mtext></math>`,
	`<iframe src="javascript:${RUN}"></iframe>`,
	`<iframe srcdoc="<script>parent.${RUN}</script>"></iframe>`,
	'<object data="https://a.example/x"></object>',
	'<embed src="https://a.example/x">',
	'<link rel=stylesheet href="https://a.example/x.css">',
	'<style>@import "https://a.example/x.css";</style>',
	`<body onload="${RUN}">`,
	`<details open ontoggle="${RUN}">x</details>`,
	`<input autofocus onfocus="${RUN}">`,
	`<video><source onerror="${RUN}"></video>`,
	`<a href="javascript:${RUN}">x</a>`,
	`<form action="javascript:${RUN}"><button>x</button></form>`,
	'<base href="https://a.example/">',
	'<meta http-equiv="refresh" content="0;url=https://a.example">',
	`<template><script>${RUN}</script></template>`,
	`<noscript><p title="</noscript><img src=x onerror=${RUN}>">`,
	`<!--><script>${RUN}</script>-->`,
	`<![CDATA[<script>${RUN}</script>]]>`,
	`</div></body><script>${RUN}</script>`,
	`&lt;script&gt;${RUN}&lt;/script&gt;`,
	`"><img src=x onerror="${RUN}">`,
	`\`\`\`</code></pre><script>${RUN}</script>`,
];

const MARKDOWN = [
	`[x](https://a.example"onmouseover="${RUN})`,
	`[x](https://a.example 'onclick=${RUN}')`,
	`[x](https://a.example "\\"><img src=x onerror=${RUN}>")`,
	`<https://a.example/"onclick="${RUN}>`,
	`https://a.example/"onclick="${RUN}`,
	`![x](https://a.example/p.png)`,
	`![x"onerror="${RUN}](https://a.example/p.png)`,
	`[![x](https://a.example/p.png)](javascript:${RUN})`,
	`[x]: javascript:${RUN}\n\n[x]`,
	`[<img src=x onerror=${RUN}>](https://a.example)`,
	`\`<img src=x onerror=${RUN}>\``,
	`- <img src=x onerror=${RUN}>`,
	`> <img src=x onerror=${RUN}>`,
	`# <img src=x onerror=${RUN}>`,
	`1. [x](javascript:${RUN})`,
	`__proto__ [x](__proto__) [constructor](constructor)`,
];

describe('a note runs nothing and loads nothing, and leads nowhere but to the web and to mail:', () => {
	const inLinks = SCHEMES.flatMap((address) => [
		`[x](${address})`,
		`[x](<${address}>)`,
		`![x](${address})`,
		`<${address}>`,
	]);
	it.each([...inLinks, ...HTML, ...MARKDOWN])('%j', expectHarmless);

	it('whatever it is made of', () => {
		const part = fc.constantFrom(
			...SCHEMES,
			...HTML,
			'[',
			']',
			'(',
			')',
			'![',
			'<',
			'>',
			'\n',
			'**',
			'`',
			'```\n',
			'- ',
			'> ',
			' "',
			'\\',
		);
		fc.assert(
			fc.property(fc.array(part, { maxLength: 12 }), (parts) => expectHarmless(parts.join(''))),
			{ numRuns: 500 },
		);
	});
});

it('HTML in a note is shown as the text it is', () => {
	expect(shown(HTML[0]!).textContent).toBe(HTML[0]);
});

it('a note too long to be read is shown as it was typed', () => {
	const note = `**${'x\n'.repeat(20_000)}**`;
	expect(shown(note).textContent).toBe(note);
});
