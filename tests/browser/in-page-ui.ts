import type { ElementHandle, Page } from 'puppeteer-core';
import { BidiElementHandle } from 'puppeteer-core/internal/bidi/ElementHandle.js';
import { BidiFrame } from 'puppeteer-core/internal/bidi/Frame.js';
import { closedRoots } from './closed-root.ts';
import { waitUntil } from './wait-until.ts';

/** One control of En marge's in a page, found by what assistive technology calls it. Acts wait until it is there. */
export interface InPageControl {
	element(): Promise<ElementHandle<Element>>;
	isThere(): Promise<boolean>;
	waitUntilGone(): Promise<void>;
	/** With the mouse. */
	click(): Promise<void>;
	/** Clicks it, then types with the keyboard. */
	type(text: string): Promise<void>;
	/** What a field holds; of another element, its text. */
	value(): Promise<string>;
}

export interface InPageUi {
	control(role: string, name: string): InPageControl;
	button(name: string): InPageControl;
	textbox(name: string): InPageControl;
	dialog(name: string): InPageControl;
	toolbar(name: string): InPageControl;
	/** All text that En marge shows in the page, as rendered; empty where it shows nothing. */
	text(): Promise<string>;
	waitForText(part: string): Promise<void>;
}

/** En marge's own interface in a page. */
export function inPageUi(page: Page): InPageUi {
	const control = (role: string, name: string) => inPageControl(page, role, name);
	const text = () => shownText(page);
	return {
		control,
		button: (name) => control('button', name),
		textbox: (name) => control('textbox', name),
		dialog: (name) => control('dialog', name),
		toolbar: (name) => control('toolbar', name),
		text,
		async waitForText(part) {
			await waitUntil(`En marge saying "${part}" in the page`, async () => (await text()).includes(part));
		},
	};
}

async function shownText(page: Page): Promise<string> {
	const roots = await closedRoots(page);
	return (await Promise.all(roots.map((root) => root.evaluate(renderedText)))).join('\n');
}

function inPageControl(page: Page, role: string, name: string): InPageControl {
	const called = `${role} "${name}" in ${page.url()}`;
	const element = () =>
		waitUntil(called, () => find(page, role, name)).catch(async (error: Error) => {
			throw new Error(`${error.message}; shown in the end: ${JSON.stringify(await shownText(page))}`);
		});
	/** The control may be drawn anew between being found and being clicked. */
	const click = async () => {
		// What takes something away heeds no click before it has been seen for a while: a reader clicks again.
		const isHeededAtOnce = name !== 'Delete';
		let isClicked = false;
		await waitUntil(`a click on ${called}`, async () => {
			const found = await find(page, role, name);
			if (found === undefined) return isClicked;
			await found.click();
			isClicked = true;
			return isHeededAtOnce;
		});
	};
	return {
		element,
		click,
		isThere: async () => (await find(page, role, name)) !== undefined,
		async waitUntilGone() {
			await waitUntil(`no ${called}`, async () => (await find(page, role, name)) === undefined);
		},
		async type(text) {
			await click();
			await page.keyboard.type(text);
		},
		value: async () => (await element()).evaluate(fieldValue),
	};
}

/** Exact role and name, as the browser itself computes them. */
async function find(page: Page, role: string, name: string): Promise<ElementHandle<Element> | undefined> {
	if (!(page.mainFrame() instanceof BidiFrame)) return (await page.$(`aria/${name}[role="${role}"]`)) ?? undefined;
	// Firefox looks into no shadow root by itself, but starts at one that it is given.
	for (const root of await closedRoots(page)) {
		if (!(root instanceof BidiElementHandle)) continue;
		for await (const found of root.queryAXTree(name, role)) return found as unknown as ElementHandle<Element>;
	}
	return undefined;
}

function renderedText(root: Node): string {
	const blocks = [...(root as ShadowRoot).children].filter((child) => child.localName !== 'style');
	return blocks.map((block) => (block as HTMLElement).innerText ?? '').join('\n');
}

function fieldValue(element: Element): string {
	return (element as HTMLInputElement).value ?? element.textContent ?? '';
}
