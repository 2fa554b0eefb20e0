import { DEFAULT_SETTINGS, type Settings } from '../../utils/domain/settings.ts';
import { loadVocabulary } from './load-messages.ts';
import { type UiLocale, uiLocale } from './locale.ts';
import { loadSettings, watchSettings } from './stored-settings.ts';
import { tellUnexpected } from './tell-unexpected.ts';
import { setVocabulary } from './translate.ts';

/** The language of a page of the extension, and what the reader decided, as they are whenever they are read. */
export interface OwnDocument extends UiLocale {
	readonly settings: Settings;
	/** From here on, calls `redraw` whenever one of them has become another; the page's words are to be asked for again then. */
	changed(redraw: () => void): void;
}

/**
 * Gives a page of the extension the language and direction of the interface, and the reader's names for colours.
 * What goes wrong in it from here on is told.
 */
export async function prepareDocument(): Promise<OwnDocument> {
	tellUnexpected();
	let settings = DEFAULT_SETTINGS;
	let locale = uiLocale();
	let redraw = (): void => {};
	async function follow(next: Settings): Promise<void> {
		settings = next;
		const vocabulary = await loadVocabulary(next);
		if (settings !== next) return;
		setVocabulary(vocabulary);
		locale = uiLocale();
		document.documentElement.lang = locale.tag;
		document.documentElement.dir = locale.dir;
	}
	watchSettings((next) => void follow(next).then(() => redraw()));
	await follow(await loadSettings());
	return {
		get tag() {
			return locale.tag;
		},
		get dir() {
			return locale.dir;
		},
		get settings() {
			return settings;
		},
		changed(drawn) {
			redraw = drawn;
		},
	};
}
