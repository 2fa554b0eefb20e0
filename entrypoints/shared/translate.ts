import { colorOfKey } from '../../components/page/color-label.ts';
import type { MessageKey } from '../../components/translation.ts';
import { formatMessage, type Messages } from '../../utils/domain/messages.ts';
import type { Settings } from '../../utils/domain/settings.ts';

/** What the reader's decisions make of the words. */
export interface Vocabulary {
	/** Those of the language that was chosen; absent where it is the browser's. */
	readonly messages?: Messages | undefined;
	readonly colorLabels: Settings['colorLabels'];
}

let vocabulary: Vocabulary | undefined;

/** From now on `translate` speaks so. */
export function setVocabulary(next: Vocabulary | undefined): void {
	vocabulary = next;
}

/** Words once asked for. Asking the browser takes long for a list, and is not possible once the extension is gone. */
const known = new Map<string, string>();

/**
 * The words of the interface in the language of the reader's choice, a colour with what the reader means by it. A script
 * that outlived its extension has only the words it has used before; for others the empty string, never an exception.
 */
export function translate(key: MessageKey, ...substitutions: string[]): string {
	const color = colorOfKey(key);
	const label = color && vocabulary?.colorLabels[color];
	const words = translatePlainly(key, ...substitutions);
	return label ? translatePlainly('colorWithLabel', words, label) : words;
}

/** The same, a colour by its own name alone. */
export function translatePlainly(key: MessageKey, ...substitutions: string[]): string {
	return vocabulary?.messages
		? formatMessage(vocabulary.messages, key, substitutions)
		: inBrowsersLanguage(key, substitutions);
}

function inBrowsersLanguage(key: MessageKey, substitutions: string[]): string {
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
