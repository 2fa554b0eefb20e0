import { type UiLocale, uiLocale } from './locale.ts';

/** Gives a page of the extension the language and direction of the interface. */
export function prepareDocument(): UiLocale {
	const locale = uiLocale();
	document.documentElement.lang = locale.tag;
	document.documentElement.dir = locale.dir;
	return locale;
}
