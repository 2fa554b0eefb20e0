import { describe, expect, test } from 'vitest';
import { isPlural, LANGUAGES, type Message, readMessages, stemOf, TRANSLATIONS, tagOf } from './read-messages.ts';

const ENGLISH = readMessages('en');
const ENGLISH_STEMS = new Set(Object.keys(ENGLISH).map(stemOf));

/** Words that are the same in a language as in English, and rightly so. */
const SAME_AS_ENGLISH: Readonly<Record<string, readonly string[]>> = {
	es: ['themeSepia'],
	ro: ['themeSepia'],
	fr: [
		'note',
		'colorOrange',
		'annotation',
		'annotationsList',
		'annotations_one',
		'annotations_other',
		'format',
		'passage',
		'articles_many',
		'articles_one',
		'articles_other',
		'printedNotes',
		'notes_one',
		'notes_other',
		'viewArticles',
		'viewPassages',
	],
};
/** A message that is made of what is put in and of signs alone. */
const isWordless = ({ message }: Message) => !/\p{L}/u.test(message.replace(/\$[A-Z0-9_]+\$/g, ''));
/** Facts about a translation, not words. */
const FACTS = ['locale', 'direction'];

/** The English message that a translation's key stands for: a plural form that English lacks has that of `other`. */
function englishOf(key: string): Message | undefined {
	return ENGLISH[key] ?? ENGLISH[`${stemOf(key)}_other`];
}

const namesUsed = (message: string) => [...new Set(message.match(/\$[A-Za-z0-9_@]+\$/g) ?? [])].sort();

test('every language that RFI’s readers were promised is there', () => {
	expect(LANGUAGES).toEqual(['en', 'es', 'fa', 'fr', 'pt_BR', 'pt_PT', 'ro', 'ru', 'sw', 'uk', 'vi', 'zh_CN', 'zh_TW']);
});

describe.each(LANGUAGES)('the messages in %s', (language) => {
	const messages = readMessages(language);
	const keys = Object.keys(messages);

	test('say their language and its direction', () => {
		expect(messages.locale?.message).toBe(tagOf(language));
		expect(messages.direction?.message).toBe(language === 'fa' ? 'rtl' : 'ltr');
	});

	test('have every plural form of the language', () => {
		const categories = new Intl.PluralRules(tagOf(language)).resolvedOptions().pluralCategories;
		const stems = new Set(Object.keys(ENGLISH).filter(isPlural).map(stemOf));
		const missing = [...stems].flatMap((stem) => categories.map((category) => `${stem}_${category}`));
		expect(missing.filter((key) => messages[key] === undefined)).toEqual([]);
	});

	test('use the placeholders that they define, each of them', () => {
		for (const [key, { message, placeholders = {} }] of Object.entries(messages)) {
			const defined = Object.keys(placeholders).map((name) => `$${name.toUpperCase()}$`);
			expect(namesUsed(message), key).toEqual(defined.sort());
			expect(message.replace(/\$[A-Z0-9_]+\$/g, ''), `${key}: a stray $`).not.toContain('$');
		}
	});

	test('are short enough for the stores, and keep the name', () => {
		expect(messages.extensionName?.message).toContain('En marge');
		expect([...messages.extensionName!.message].length).toBeLessThanOrEqual(75);
		expect([...messages.extensionDescription!.message].length).toBeLessThanOrEqual(132);
	});

	test('are neither empty nor padded, and typed with care', () => {
		const careless = keys.filter((key) => {
			const { message } = messages[key]!;
			return message === '' || message !== message.trim() || /\.\.\.| {2}|\t|\n/.test(message);
		});
		expect(careless).toEqual([]);
	});
});

describe.each(TRANSLATIONS)('the translation to %s', (language) => {
	const messages = readMessages(language);
	const keys = Object.keys(messages);

	test('has all the messages', () => {
		const stems = new Set(keys.map(stemOf));
		expect([...ENGLISH_STEMS].filter((stem) => !stems.has(stem))).toEqual([]);
	});

	test('has no message that is not in English', () => {
		expect(keys.filter((key) => englishOf(key) === undefined)).toEqual([]);
	});

	test('puts in what the English message puts in', () => {
		for (const [key, { placeholders = {} }] of Object.entries(messages)) {
			const contents = (from: Message['placeholders']) =>
				Object.fromEntries(Object.entries(from ?? {}).map(([name, { content }]) => [name, content]));
			expect(contents(placeholders), key).toEqual(contents(englishOf(key)?.placeholders));
		}
	});

	test('translates every message', () => {
		const same = keys
			.filter((key) => messages[key]!.message === englishOf(key)?.message && !FACTS.includes(key))
			.filter((key) => !isWordless(messages[key]!));
		expect(same.sort()).toEqual([...(SAME_AS_ENGLISH[language] ?? [])].sort());
	});
});
