import { browser } from 'wxt/browser';
import type { MessageKey } from '../../components/translation.ts';

/**
 * The words of the interface in the browser's language. A script that outlived its extension has no words any more:
 * then the empty string, never an exception.
 */
export function translate(key: MessageKey, ...substitutions: string[]): string {
	try {
		return browser.i18n.getMessage(key, substitutions);
	} catch {
		return '';
	}
}
