import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type messages from '../public/_locales/en/messages.json';
import { numberFormat, oncePerLocale } from './once-per-locale.ts';

export type MessageKey = keyof typeof messages;

/** Gives the words for a key, in the reader's language, with `$1`, `$2`… put in. */
export type Translate = (key: MessageKey, ...substitutions: string[]) => string;

export interface Translation {
	readonly translate: Translate;
	/** BCP 47, for plurals, dates and numbers. */
	readonly locale: string;
}

const TranslationContext = createContext<Translation>({ translate: (key) => key, locale: 'en' });

export const TranslationProvider = TranslationContext.Provider;

export function useTranslation(): Translation {
	return useContext(TranslationContext);
}

/** Keys that come in the plural forms of a language: `annotations_one`, `annotations_other`… */
export type PluralKey = MessageKey extends infer Key ? (Key extends `${infer Stem}_other` ? Stem : never) : never;

const pluralRules = oncePerLocale((locale) => new Intl.PluralRules(locale));

/** The words for a number of things, in the plural form the language wants. */
export function plural({ translate, locale }: Translation, key: PluralKey, count: number): string {
	const category = pluralRules(locale).select(count);
	const number = numberFormat(locale).format(count);
	const words = translate(`${key}_${category}` as MessageKey, number);
	return words === '' ? translate(`${key}_other` as MessageKey, number) : words;
}
