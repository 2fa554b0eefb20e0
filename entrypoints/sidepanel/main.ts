import { browser } from 'wxt/browser';
import { mountPanel } from '../shared/panel/mount-panel.tsx';

/** The panel follows the reader from tab to tab, unless its address names one. */
async function start(): Promise<void> {
	const root = document.getElementById('root');
	if (root === null) return;
	const { showTab } = await mountPanel(root);
	if (new URLSearchParams(location.search).has('tab')) return;
	const { id: windowId } = await browser.windows.getCurrent();
	browser.tabs.onActivated.addListener((active) => {
		if (active.windowId === windowId) showTab(active.tabId);
	});
}

void start();
