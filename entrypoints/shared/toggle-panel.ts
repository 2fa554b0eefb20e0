import { browser } from 'wxt/browser';

/** Firefox's name for the panel; the types are Chrome's. */
interface SidebarApi {
	readonly sidebarAction?: { toggle(): Promise<void> };
}

/** Opens or closes the panel beside the page. Must be called straight from the reader's act. */
export async function togglePanel(tab: { windowId?: number | undefined } | undefined): Promise<void> {
	const { sidebarAction } = browser as SidebarApi;
	if (sidebarAction !== undefined) return await sidebarAction.toggle();
	const windowId = tab?.windowId;
	if (windowId !== undefined) await browser.sidePanel.open({ windowId });
}
