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

/**
 * A plain event given the members of a keyboard event: Firefox makes every `KeyboardEvent` composed, whatever its
 * constructor is told (seen with Firefox 153), and the copy would leave the shadow root for the guard, and the page, to hear.
 */
const LOCAL = { bubbles: true, cancelable: true, composed: false };

/**
 * A plain Event with the members that our handlers read. No KeyboardEvent: Firefox lets every one of them leave the
 * shadow root, whatever `composed` says (seen with Firefox 153), and there the guard would end it.
 */
function copyOf(event: Event): Event | undefined {
	switch (event.type) {
		case 'keydown':
		case 'keyup': {
			const { key, code, location, repeat, isComposing, ctrlKey, shiftKey, altKey, metaKey } = event as KeyboardEvent;
			const members = { key, code, location, repeat, isComposing, ctrlKey, shiftKey, altKey, metaKey };
			return Object.assign(new Event(event.type, LOCAL), members);
		}
		case 'input':
			return new Event('input', LOCAL);
		default:
			return undefined;
	}
}
