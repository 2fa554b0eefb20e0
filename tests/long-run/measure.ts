import type { CDPSession, Page } from 'puppeteer-core';
import { HOST } from '../browser/closed-root.ts';
import type { Session } from '../browser/open-session.ts';
import { waitUntil } from '../browser/wait-until.ts';

/** What is in use at one moment, after everything that nobody holds any more was collected. Memory in bytes. */
export interface Sample {
	readonly acts: number;
	readonly page: number;
	readonly background: number;
	readonly panel: number;
	/** Of the page's process, and so of all worlds in it. */
	readonly listeners: number;
	readonly documents: number;
	/** Connections that the panel has open. */
	readonly ports: number;
	/** Of En marge's, in the page that was navigated to and has nothing of hers. */
	readonly registryEntries: number;
	readonly hosts: number;
}

export interface Meter {
	/** @param restUrl an article that is always the same; `otherUrl` a page of the site that is none */
	sample(page: Page, acts: number, restUrl: string, otherUrl: string): Promise<Sample>;
}

/** Looks at the three over Chromium's protocol. The background is kept from being ended for want of work: it shows its whole life. */
export async function openMeter(session: Session, panel: Page): Promise<Meter> {
	const isBackground = ({ type, url }: { type: string; url: string }) =>
		type === 'service_worker' && url.startsWith(session.extensionOrigin);
	const target = await waitUntil('the background', () =>
		session.browser.targets().find((one) => isBackground({ type: one.type(), url: one.url() })),
	);
	const background = await target.createCDPSession();
	await panel.evaluate(COUNT_PORTS);
	const ofPanel = await panel.createCDPSession();
	return {
		async sample(page, acts, restUrl, otherUrl) {
			await page.goto(otherUrl);
			const left = await page.evaluate(
				(host) => ({
					registryEntries: [...CSS.highlights.keys()].length,
					hosts: document.querySelectorAll(host).length,
				}),
				HOST,
			);
			await page.goto(restUrl);
			await waitUntil('the passage at rest', () => page.evaluate(() => CSS.highlights.size > 0));
			// The panel comes after, and asks once more.
			await new Promise((resolve) => setTimeout(resolve, REST_MS));
			const ofPage = await page.createCDPSession();
			const heaps = { page: await heapOf(ofPage), background: await heapOf(background), panel: await heapOf(ofPanel) };
			await ofPage.send('Performance.enable');
			const { metrics } = await ofPage.send('Performance.getMetrics');
			const metric = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
			await ofPage.detach();
			const ports = await panel.evaluate(() => (globalThis as unknown as { openPorts: number }).openPorts);
			const counts = { listeners: metric('JSEventListeners'), documents: metric('Documents') };
			return { acts, ...heaps, ...counts, ports, ...left };
		},
	};
}

const REST_MS = 700;

async function heapOf(connection: CDPSession): Promise<number> {
	// What was only weakly held, or waits to be finalised, goes with the second.
	for (let round = 0; round < 2; round++) await connection.send('HeapProfiler.collectGarbage');
	return (await connection.send('Runtime.getHeapUsage')).usedSize;
}

/** Runs in the panel, as text: from here on every connection to a page is counted while it is open. */
const COUNT_PORTS = `(() => {
	globalThis.openPorts = 0;
	for (const api of new Set([globalThis.chrome?.tabs, globalThis.browser?.tabs])) {
		if (!api) continue;
		const connect = api.connect.bind(api);
		api.connect = (...wanted) => {
			const port = connect(...wanted);
			let isOpen = true;
			openPorts++;
			const close = () => { if (isOpen) openPorts--; isOpen = false; };
			port.onDisconnect.addListener(close);
			const disconnect = port.disconnect.bind(port);
			port.disconnect = () => { close(); disconnect(); };
			return port;
		};
	}
})()`;
