/**
 * A notice that needs nothing but the page: shown when the extension was reloaded or updated while the page stayed open,
 * and no other script of ours can be loaded any more. The words are fetched beforehand, while they can be.
 */
export interface PlainNotice {
	show(draftText: string): void;
}

interface PlainWords {
	readonly message: string;
	readonly copy: string;
	/** What takes the notice away again; absent where it has to stand. */
	readonly close?: string;
}

export function createPlainNotice(document: Document, words: () => PlainWords): PlainNotice {
	// What was asked for once is known afterwards.
	words();
	let host: HTMLElement | undefined;
	return {
		show(draftText) {
			const { message, copy, close } = words();
			host?.remove();
			host = document.createElement('div');
			const shadow = host.attachShadow({ mode: 'closed' });
			const bar = document.createElement('div');
			bar.setAttribute('role', 'alert');
			bar.style.cssText =
				'all:initial;position:fixed;inset-block-end:16px;inset-inline:16px;margin-inline:auto;max-inline-size:34rem;' +
				'box-sizing:border-box;padding:12px 16px;border-radius:10px;background:#22201d;color:#fbf9f5;z-index:2147483647;' +
				'font:15px/1.5 system-ui,sans-serif;box-shadow:0 4px 24px #0006;display:flex;gap:12px;align-items:center';
			bar.append(message);
			if (draftText !== '')
				bar.append(
					plainButton(document, copy, () => void document.defaultView?.navigator.clipboard.writeText(draftText)),
				);
			if (close) bar.append(plainButton(document, close, () => host?.remove()));
			shadow.append(bar);
			document.documentElement.append(host);
		},
	};
}

function plainButton(document: Document, label: string, act: () => void): HTMLElement {
	const button = document.createElement('button');
	button.textContent = label;
	button.style.cssText =
		'all:initial;cursor:pointer;font:600 15px system-ui,sans-serif;color:#22201d;background:#fbf9f5;padding:6px 12px;border-radius:6px';
	button.addEventListener('click', (event) => {
		if (event.isTrusted) act();
	});
	return button;
}
