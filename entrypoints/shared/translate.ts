import { browser } from 'wxt/browser';
import type { MessageKey } from '../../components/translation.ts';

/** The generated types know each key by itself; here any key may come. */
export function getMessage(key: MessageKey, substitutions: string[] = []): string {
	const i18n: { getMessage(key: string, substitutions?: string[]): string } = browser.i18n;
	return i18n.getMessage(key, substitutions);
}

/**
 * The words of the interface in the browser's language. A script that outlived its extension has no words any more:
 * then the empty string, never an exception.
 */
export function translate(key: MessageKey, ...substitutions: string[]): string {
	try {
		return getMessage(key, substitutions);
	} catch {
		return '';
	}
}
