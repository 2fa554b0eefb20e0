/** Long enough for a page to be drawn, short enough for a reader not to wait, in milliseconds. */
const PATIENCE_MS = 200;

/** Runs something once the page has nothing to do, or after a moment all the same. */
export function whenIdle(window: Window, run: () => void): void {
	if ('requestIdleCallback' in window) window.requestIdleCallback(run, { timeout: PATIENCE_MS });
	else setTimeout(run);
}
