import { browser } from 'wxt/browser';

/** Opens pages of the extension in tabs of their own, behind this one. */
export async function openInTabs(addresses: readonly string[]): Promise<void> {
	for (const address of addresses)
		await browser.tabs.create({ url: browser.runtime.getURL(address as '/'), active: false });
}
