/**
 * Keeps what is typed into our interface from the page.
 *
 * A closed shadow root hides nodes, not keystrokes: key, input, composition and clipboard events are composed and reach
 * the page's listeners. This listener stands first on `window`, in the capture phase, because it is registered at
 * `document_start`; it ends every such event that is aimed at our host and hands it to the interface instead. Typing,
 * focus moves and pasting still happen: they are default actions, and those are not prevented.
 */
export interface KeystrokeGuard {
	/** True where no script of the page can have listened before. */
	readonly early: boolean;
	/** The element whose keystrokes are kept from the page. */
	host?: Element | undefined;
	/** Receives what was kept from the page. */
	deliver?: ((event: Event) => void) | undefined;
	/** Hears trusted keys pressed elsewhere; true means it acted on the key and the page is not to hear it. */
	onPageKey?: ((event: KeyboardEvent) => boolean) | undefined;
}

const KEPT_FROM_PAGE = [
	'keydown',
	'keypress',
	'keyup',
	'beforeinput',
	'input',
	'textInput',
	'compositionstart',
	'compositionupdate',
	'compositionend',
	'copy',
	'cut',
	'paste',
	'beforecopy',
	'beforecut',
	'beforepaste',
	'dragstart',
	'drag',
	'dragend',
	'drop',
];

export function installKeystrokeGuard(target: Window, early: boolean): KeystrokeGuard {
	const guard: KeystrokeGuard = { early };
	/** Codes of the keys whose pressing was kept: their release is kept too, wherever the focus is by then. */
	const held = new Set<string>();

	const isKept = (event: Event): boolean => {
		if (guard.host !== undefined && event.target === guard.host) {
			guard.deliver?.(event);
			return true;
		}
		if (event.type !== 'keydown' || !event.isTrusted || !guard.onPageKey?.(event as KeyboardEvent)) return false;
		event.preventDefault();
		return true;
	};
	const listen = (event: Event): void => {
		const code = event.isTrusted && 'code' in event ? String(event.code) : '';
		const wasHeld = event.type === 'keyup' && held.delete(code);
		const kept = isKept(event);
		if (!kept && !wasHeld) return;
		if (kept && event.type === 'keydown') held.add(code);
		event.stopImmediatePropagation();
	};
	for (const type of KEPT_FROM_PAGE) target.addEventListener(type, listen, { capture: true });
	return guard;
}
