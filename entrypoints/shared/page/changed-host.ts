/**
 * The page can reach our host element, if nothing in it: it can make it transparent and put the reader's click under something else.
 * A click in a host that is not as it was made does nothing, but that the host is as it was again.
 * @param host with its style set
 */
export function refuseClicksInChangedHost(host: HTMLElement, root: EventTarget): void {
	const style = host.style.cssText;
	root.addEventListener(
		'click',
		(event) => {
			const animations = host.getAnimations();
			if (host.style.cssText === style && animations.length === 0) return;
			host.style.cssText = style;
			for (const animation of animations) animation.cancel();
			event.stopImmediatePropagation();
			event.preventDefault();
		},
		{ capture: true },
	);
}
