import { readdirSync, readFileSync } from 'node:fs';

export interface Message {
	readonly message: string;
	readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}
export type Messages = Readonly<Record<string, Message>>;

const FOLDER = new URL('../../public/_locales/', import.meta.url);
const PLURAL = /_(?:zero|one|two|few|many|other)$/;

/** The languages of the interface, by the names of their folders: `fr`, `pt_BR`… */
export const LANGUAGES = readdirSync(FOLDER).sort();
export const TRANSLATIONS = LANGUAGES.filter((language) => language !== 'en');

export function readMessages(language: string): Messages {
	return JSON.parse(readFileSync(new URL(`${language}/messages.json`, FOLDER), 'utf8'));
}

/** `pt_BR` as BCP 47 has it. */
export function tagOf(language: string): string {
	return language.replace('_', '-');
}

/** A key without the plural form it ends in, as code asks for it. */
export function stemOf(key: string): string {
	return key.replace(PLURAL, '');
}

export function isPlural(key: string): boolean {
	return PLURAL.test(key);
}
