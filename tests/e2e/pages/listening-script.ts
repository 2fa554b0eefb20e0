const TYPES = [
	'keydown',
	'keypress',
	'keyup',
	'beforeinput',
	'input',
	'textInput',
	'change',
	'compositionstart',
	'compositionupdate',
	'compositionend',
	'copy',
	'cut',
	'paste',
	'beforecopy',
	'beforecut',
	'beforepaste',
	'selectionchange',
	'focus',
	'blur',
	'focusin',
	'focusout',
	'toggle',
	'beforetoggle',
	'click',
	'pointerdown',
	'mousedown',
];

/** Where a page's script writes what it has heard, and of which kind. */
export interface HeardEvent {
	readonly type: string;
	/** Everything an event can tell of what was typed, and of where. */
	readonly told: string;
}

/**
 * A script of a page that listens wherever a page can: on window, document, root, head, body and the article, in both
 * phases, by listener and by handler attribute. `when` is written down with what it hears.
 */
export function listeningScript(when: string): string {
	return `<script>(() => {
	window.heard ??= [];
	const told = (event) => {
		const inner = event.composedPath().filter((node) => node.getRootNode?.() instanceof ShadowRoot);
		return [event.key, event.code, event.data, event.clipboardData?.getData('text'), event.target?.value, inner.length || '']
			.filter((one) => one).join(' ');
	};
	const hear = (event) => window.heard.push({ type: '${when} ' + event.type, told: told(event) });
	const places = [window, document, document.documentElement, document.head, document.body, document.querySelector('article')];
	for (const place of places) {
		if (!place) continue;
		for (const type of ${JSON.stringify(TYPES)}) {
			for (const capture of [true, false]) place.addEventListener(type, hear, { capture });
			if (!place['on' + type]) place['on' + type] = hear;
		}
	}
})()</script>`;
}
