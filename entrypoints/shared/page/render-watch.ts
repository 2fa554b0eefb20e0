/**
 * Tells when a page has changed something that may concern the article: RFI's pages mount islands after loading, open
 * "read more", and a script may replace the whole article. Changes are gathered and told in an idle moment.
 */
export function watchRendering(
	window: Window,
	root: () => Element,
	ownHost: () => Element | undefined,
	changed: () => void,
	signal: AbortSignal,
): void {
	let pending = false;
	const observer = new MutationObserver((records) => {
		if (pending || !records.some(concernsArticle)) return;
		pending = true;
		window.setTimeout(() => {
			pending = false;
			if (!signal.aborted) changed();
		}, SETTLE_MS);
	});
	function concernsArticle({ target, addedNodes }: MutationRecord): boolean {
		const article = root();
		if (!article.isConnected) return true;
		if (article.contains(target)) return target !== ownHost();
		return [...addedNodes].some((node) => node.contains(article));
	}
	observer.observe(window.document.documentElement, { subtree: true, childList: true, characterData: true });
	signal.addEventListener('abort', () => observer.disconnect());
}

/** Long enough for a burst of changes to end, short enough that a highlight is not missed, in milliseconds. */
const SETTLE_MS = 60;
