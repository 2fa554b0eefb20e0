import type { Messages } from '../../utils/domain/messages.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../utils/domain/settings.ts';
import { loadSettings, watchSettings } from './stored-settings.ts';
import type { Vocabulary } from './translate.ts';

/** What the reader decided, as it is now, for a page that is annotated. */
export interface LiveSettings {
	/** The defaults until what is stored has been read. */
	readonly current: Settings;
	readonly isRead: boolean;
	/** Called when the settings have been read, and after each change. */
	changed?: (() => void) | undefined;
	/** Resolves once the words are those of the language that was chosen, and keeps them so from then on. */
	words(): Promise<void>;
}

/**
 * @param readMessages the words of a language; undefined where they are not to be had
 * @param speak takes the words to be used from then on
 */
export function createLiveSettings(
	readMessages: (language: Settings['language']) => Promise<Messages | undefined>,
	speak: (vocabulary: Vocabulary) => void,
): LiveSettings {
	let current = DEFAULT_SETTINGS;
	let isRead = false;
	let areWordsWanted = false;

	async function chooseWords(): Promise<void> {
		const { language, colorLabels } = current;
		const messages = language === 'browser' ? undefined : await readMessages(language);
		if (current.language === language) speak({ messages, colorLabels });
	}
	async function follow(next: Settings): Promise<void> {
		current = next;
		isRead = true;
		if (areWordsWanted) await chooseWords();
		live.changed?.();
	}
	// Nothing is waited for: a page without annotations starts as fast as without this.
	const reading = loadSettings().then(follow);
	const live: LiveSettings = {
		get current() {
			return current;
		},
		get isRead() {
			return isRead;
		},
		async words() {
			areWordsWanted = true;
			await reading;
			await chooseWords();
		},
	};
	watchSettings((next) => void follow(next));
	return live;
}
