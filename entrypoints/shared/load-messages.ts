import { browser } from 'wxt/browser';
import type { Messages } from '../../utils/domain/messages.ts';
import { type Settings, UI_LANGUAGES } from '../../utils/domain/settings.ts';
import type { Vocabulary } from './translate.ts';

/** The words of the interface in a language; undefined for the browser's own, which the browser tells by itself. */
export async function loadMessages(language: unknown): Promise<Messages | undefined> {
	const known = UI_LANGUAGES.find((each) => each === language);
	if (known === undefined) return undefined;
	return await (await fetch(browser.runtime.getURL(`/_locales/${known}/messages.json` as '/'))).json();
}

/** How the interface speaks by the reader's decisions: in the pages of the extension and in its background. */
export async function loadVocabulary({ language, colorLabels }: Settings): Promise<Vocabulary> {
	return { messages: await loadMessages(language), colorLabels };
}
