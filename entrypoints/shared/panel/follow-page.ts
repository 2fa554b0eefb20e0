import { type Browser, browser } from 'wxt/browser';
import { IN_VIEW_PORT, isPassagesInView, type PassagesInView } from '../../../utils/messaging/in-view-port.ts';

export interface FollowedPage {
	/** Has the page look again, and begins to follow it where that has not begun or has ended. */
	ask(): void;
	end(): void;
}

/** Follows which passages the reader has before him in the page of a tab. A page that does not answer has none. */
export function followPage(tabId: number, tell: (inView: PassagesInView) => void): FollowedPage {
	let ended = false;
	let port: Browser.runtime.Port | undefined;

	function connect(): void {
		const opened = browser.tabs.connect(tabId, { name: IN_VIEW_PORT, frameId: 0 });
		port = opened;
		opened.onMessage.addListener((message: unknown) => {
			if (port === opened && isPassagesInView(message)) tell(message);
		});
		opened.onDisconnect.addListener(() => {
			// Read, or Chrome complains of it: a page without our script is no mistake.
			void browser.runtime.lastError;
			if (port !== opened) return;
			port = undefined;
			tell([]);
		});
	}

	return {
		ask() {
			if (ended) return;
			if (port === undefined) connect();
			else port.postMessage({});
		},
		end() {
			ended = true;
			port?.disconnect();
			port = undefined;
		},
	};
}
