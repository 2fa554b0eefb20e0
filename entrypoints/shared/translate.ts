import type { MessageKey } from '../../components/translation.ts';

/** Words once asked for. Asking the browser takes long for a list, and is not possible once the extension is gone. */
const known = new Map<string, string>();

/**
 * The words of the interface in the browser's language. A script that outlived its extension has only the words it has
 * used before; for others the empty string, never an exception.
 */
export function translate(key: MessageKey, ...substitutions: string[]): string {
	const id = substitutions.length === 0 ? key : [key, ...substitutions].join('\0');
	let words = known.get(id);
	if (words === undefined) {
		words = askBrowser(key, substitutions);
		known.set(id, words);
	}
	return words;
}

/**
 * Straight from the browser, which calls it `chrome` everywhere: the interface in a page needs nothing else of it, and does
 * without the library that makes browsers alike.
 */
declare const chrome: { readonly i18n: { getMessage(key: string, substitutions?: string[]): string } };

function askBrowser(key: MessageKey, substitutions: string[]): string {
	try {
		return chrome.i18n.getMessage(key, substitutions);
	} catch {
		return '';
	}
}
