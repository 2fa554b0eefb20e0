import type { ElementHandle, Page } from 'puppeteer-core';
import { closedRoots } from '../browser/closed-root.ts';

/**
 * What in a page of ours, or in our part of a page, would act: attributes that are handlers, addresses that run something, elements
 * that hold another document, scripts that are not the page's own; and whether something has run.
 */
export async function actingIn(page: Page): Promise<string[]> {
	const [inPage, roots] = [await page.evaluate(`${ACTING}(document)`), await closedRoots(page)];
	const inRoots = await Promise.all(roots.map((root) => actingInRoot(root)));
	return [...(inPage as string[]), ...inRoots.flat()];
}

async function actingInRoot(root: ElementHandle<Node>): Promise<string[]> {
	return await root.evaluate((node, source) => new Function(`return ${source}`)()(node) as string[], ACTING);
}

/** The same wherever a list is scrolled to, from its beginning to its end. */
export async function actingAllAlong(page: Page): Promise<string[]> {
	await page.bringToFront();
	const found = (await page.evaluate(`(async () => {
		const found = new Set();
		scrollTo(0, 0);
		// Rows that are measured make a list longer: its end is where it stays.
		for (let screens = 0, ended = 0; screens < 400 && ended < 3; screens++) {
			await new Promise((resolve) => setTimeout(resolve, 25));
			for (const part of ${ACTING}(document)) found.add(part);
			const before = scrollY;
			scrollBy({ top: innerHeight * 0.9, behavior: 'instant' });
			ended = scrollY === before ? ended + 1 : 0;
		}
		return [...found];
	})()`)) as string[];
	return found;
}

/** As text: what the loader of this file adds to functions is not there. */
const ACTING = `((root) => {
	const parts = [];
	if (globalThis.__ran) parts.push('something ran: ' + globalThis.__ran);
	for (const element of root.querySelectorAll('*')) {
		const name = element.localName;
		if (['iframe', 'object', 'embed', 'base', 'frame', 'applet', 'marquee'].includes(name)) parts.push(name);
		if (name === 'meta' && element.httpEquiv === 'refresh') parts.push('meta refresh');
		if (name === 'script' && !element.src.startsWith(location.origin + '/') && !/json$/.test(element.type)) parts.push('script');
		for (const attribute of Element.prototype.getAttributeNames.call(element)) {
			if (/^on/i.test(attribute)) parts.push(name + ' ' + attribute);
			if (!/^(?:xlink:)?(?:href|src|action|formaction|data|poster|background)$/i.test(attribute)) continue;
			const address = Element.prototype.getAttribute.call(element, attribute).replace(/[\\0-\\x20]/g, '');
			if (/^(?:javascript|vbscript|blob|filesystem|view-source|data:text|data:image\\/svg)/i.test(address)) parts.push(name + ' ' + address.slice(0, 60));
		}
	}
	return parts;
})`;
