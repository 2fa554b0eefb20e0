import { browser } from 'wxt/browser';

/** The language of the interface: BCP 47, and which way it is written. */
export interface UiLocale {
	readonly tag: string;
	readonly dir: 'ltr' | 'rtl';
}

/** The language the messages are in, which need not be the browser's: where there is no translation it is English. */
export function uiLocale(): UiLocale {
	try {
		const tag = browser.i18n.getMessage('locale') || 'en';
		return { tag, dir: browser.i18n.getMessage('direction') === 'rtl' ? 'rtl' : 'ltr' };
	} catch {
		return { tag: 'en', dir: 'ltr' };
	}
}
