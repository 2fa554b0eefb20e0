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
function copyOf(event: Event): Event | undefined {
	const copy = new Event(event.type, { bubbles: true, cancelable: true, composed: false });
	switch (event.type) {
		case 'keydown':
		case 'keyup':
			for (const member of KEY_MEMBERS) {
				Object.defineProperty(copy, member, { value: (event as KeyboardEvent)[member] });
			}
			return copy;
		case 'input':
			return copy;
		default:
			return undefined;
	}
}

const KEY_MEMBERS = [
	'key',
	'code',
	'location',
	'repeat',
	'isComposing',
	'ctrlKey',
	'shiftKey',
	'altKey',
	'metaKey',
] as const satisfies readonly (keyof KeyboardEvent)[];
