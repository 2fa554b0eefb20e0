import { browser } from 'wxt/browser';

/** Firefox's name for the panel; the types are Chrome's. */
declare const globalThis: { browser?: { sidebarAction?: { toggle(): Promise<void> } } };

/** Opens or closes the panel beside the page. Must be called straight from the reader's act. */
export async function togglePanel(tab: { windowId?: number | undefined } | undefined): Promise<void> {
	const sidebar = globalThis.browser?.sidebarAction;
	if (sidebar !== undefined) return await sidebar.toggle();
	const windowId = tab?.windowId;
	if (windowId !== undefined) await browser.sidePanel.open({ windowId });
}
