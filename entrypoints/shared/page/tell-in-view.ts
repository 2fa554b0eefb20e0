import type { Browser } from 'wxt/browser';
import type { PassagesInView } from '../../../utils/messaging/in-view-port.ts';

/** Long enough for a page that scrolls to keep its frames, short enough for a list to be in step, in milliseconds. */
const PAUSE_MS = 120;

/** Tells a panel, as long as it listens, what the reader has before him: at once, and when he has scrolled elsewhere. */
export function tellInView(window: Window, port: Browser.runtime.Port, inView: () => PassagesInView): void {
	const ended = new AbortController();
	let told: string | undefined;
	let isDue = false;
	const tell = (): void => {
		isDue = false;
		const ids = inView();
		if (ended.signal.aborted || String(ids) === told) return;
		told = String(ids);
		port.postMessage(ids);
	};
	const soon = (): void => {
		if (!isDue) window.setTimeout(tell, PAUSE_MS);
		isDue = true;
	};
	const passively = { capture: true, passive: true, signal: ended.signal };
	window.addEventListener('scroll', soon, passively);
	window.addEventListener('resize', soon, passively);
	// A panel asks when it has heard that something of the article changed.
	port.onMessage.addListener(soon);
	port.onDisconnect.addListener(() => ended.abort());
	tell();
}
