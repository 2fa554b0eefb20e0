/**
 * Gives our interface the keystrokes that the guard kept from the page. They are made anew inside the shadow root as
 * events that are not composed: they never leave it. The browser's own action (typing, pasting, moving the focus) is the
 * original's, and prevented where a handler of ours prevents the copy.
 */
export function deliverInto(shadow: ShadowRoot): (event: Event) => void {
	return (event) => {
		const target = shadow.activeElement;
		if (target === null || !event.isTrusted) return;
		const copy = copyOf(event);
		if (copy !== undefined && !target.dispatchEvent(copy)) event.preventDefault();
	};
}

function copyOf(event: Event): Event | undefined {
	const init = { bubbles: true, cancelable: true, composed: false };
	switch (event.type) {
		case 'keydown':
		case 'keyup': {
			const { key, code, location, repeat, isComposing, ctrlKey, shiftKey, altKey, metaKey } = event as KeyboardEvent;
			return new KeyboardEvent(event.type, {
				...init,
				key,
				code,
				location,
				repeat,
				isComposing,
				ctrlKey,
				shiftKey,
				altKey,
				metaKey,
			});
		}
		case 'input':
			return new Event('input', init);
		default:
			return undefined;
	}
}
