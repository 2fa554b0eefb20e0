import { translate } from './translate.ts';

/** The language of the interface: BCP 47, and which way it is written. */
export interface UiLocale {
	readonly tag: string;
	readonly dir: 'ltr' | 'rtl';
}

/** The language the messages are in, which need not be the browser's: where there is no translation it is English. */
export function uiLocale(): UiLocale {
	return { tag: translate('locale') || 'en', dir: translate('direction') === 'rtl' ? 'rtl' : 'ltr' };
}
