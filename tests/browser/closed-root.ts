import type { ElementHandle, Page } from 'puppeteer-core';
import { BidiBrowser } from 'puppeteer-core/internal/bidi/Browser.js';
import { BidiFrame } from 'puppeteer-core/internal/bidi/Frame.js';
import { CdpFrame } from 'puppeteer-core/internal/cdp/Frame.js';

/** The elements beside head and body: En marge's one host element, on a page that has no other. */
export const HOST = 'html > :not(head):not(body)';

/**
 * The closed shadow roots that En marge's interface in a page stands in: none, one, or two where a second En marge came
 * while the page was open. Neither the page nor its scripts can reach them; the browsers' debugging protocols can.
 */
export async function closedRoots(page: Page): Promise<ElementHandle<Node>[]> {
	const frame = page.mainFrame();
	if (frame instanceof BidiFrame) return inFirefox(frame, page);
	if (frame instanceof CdpFrame) return inChrome(frame, page);
	throw new Error('neither of the two protocols');
}

async function inFirefox(frame: BidiFrame, page: Page): Promise<ElementHandle<Node>[]> {
	const browser = page.browser();
	if (!(browser instanceof BidiBrowser)) throw new Error('Firefox is driven over WebDriver BiDi alone');
	const { result } = await browser.connection.send('browsingContext.locateNodes', {
		context: frame._id,
		locator: { type: 'css', value: HOST },
		serializationOptions: { includeShadowTree: 'all', maxDomDepth: 0 },
	});
	return result.nodes
		.flatMap((node) => node.value?.shadowRoot ?? [])
		.filter(({ sharedId }) => sharedId !== undefined)
		.map((root) => frame.mainRealm().createHandle(root) as unknown as ElementHandle<Node>);
}

async function inChrome(frame: CdpFrame, page: Page): Promise<ElementHandle<Node>[]> {
	const session = await page.createCDPSession();
	try {
		const { root } = await session.send('DOM.getDocument', { depth: 0 });
		const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: HOST });
		const roots: ElementHandle<Node>[] = [];
		for (const nodeId of nodeIds) {
			const { node } = await session.send('DOM.describeNode', { nodeId, pierce: true });
			const shadow = node.shadowRoots?.[0];
			if (shadow === undefined) continue;
			const root = await frame.mainRealm().adoptBackendNode(shadow.backendNodeId);
			roots.push(root as unknown as ElementHandle<Node>);
		}
		return roots;
	} finally {
		await session.detach();
	}
}
