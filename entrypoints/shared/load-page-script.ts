import { browser } from 'wxt/browser';
import { Fault } from '../../utils/domain/fault.ts';
import type { PageScript } from '../../utils/messaging/protocol.ts';

const FILES = {
	annotator: '/annotator.js',
	interface: '/page-interface.js',
	extractor: '/extractor.js',
} as const satisfies Record<PageScript, string>;

/**
 * Puts a script of ours into a tab's page. This way, and not by import from the page, no file of the extension needs to be
 * reachable from web pages. The look of painted passages comes with the annotator.
 * @throws Fault `invalid` for a script that is none of ours
 */
export async function loadPageScript(tabId: number, script: PageScript): Promise<void> {
	if (!Object.hasOwn(FILES, script)) throw new Fault('invalid');
	const target = { tabId, frameIds: [0] };
	await Promise.all([
		script === 'annotator' ? browser.scripting.insertCSS({ target, files: ['/assets/painted.css'] }) : undefined,
		browser.scripting.executeScript({ target, files: [FILES[script]], injectImmediately: true }),
	]);
}

/** The same for a page that has asked for it: of one that was closed meanwhile nobody is left to be told. */
export async function loadAskedScript(tabId: number, script: PageScript): Promise<void> {
	try {
		await loadPageScript(tabId, script);
	} catch (error) {
		const isOpen = await browser.tabs.get(tabId).then(
			() => true,
			() => false,
		);
		if (isOpen) throw error;
	}
}
