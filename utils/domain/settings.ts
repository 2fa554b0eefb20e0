import { CITATION_STYLES, type CitationStyle } from './citation-style.ts';
import { COLORS, type Color, isColor } from './color.ts';

/** What a key does while reading and nothing is being typed. Undo, redo and Escape are everybody's and stay. */
export const KEY_ACTIONS = ['highlight', ...COLORS, 'note', 'cursor'] as const;
export type KeyAction = (typeof KEY_ACTIONS)[number];

/** While reading by keyboard `j` and `k` lead to the next sentence and back: they are nothing else. */
export function isReadingKey(key: string): boolean {
	return key === 'j' || key === 'k';
}

export const READER_THEMES = ['system', 'light', 'sepia', 'dark'] as const;
export type ReaderTheme = (typeof READER_THEMES)[number];

export const READER_FONTS = ['serif', 'sans'] as const;
export type ReaderFont = (typeof READER_FONTS)[number];

/** Text sizes of the reader, in per cent of its own. */
export const READER_SIZES = [80, 90, 100, 115, 130, 150, 175, 200] as const;
export type ReaderSize = (typeof READER_SIZES)[number];

/** The languages that the interface is written in, as their folders of messages are named. */
export const UI_LANGUAGES = [
	'en',
	'fr',
	'es',
	'pt_BR',
	'pt_PT',
	'zh_CN',
	'zh_TW',
	'fa',
	'ru',
	'uk',
	'ro',
	'vi',
	'sw',
] as const;
export type UiLanguage = (typeof UI_LANGUAGES)[number];

/** What a reader decides once, for every article. Small: it travels with the browser's own synchronisation. */
export interface Settings {
	/** One letter or digit each, lower case; empty where the key is turned off. */
	readonly keys: Readonly<Record<KeyAction, string>>;
	/** Whether a toolbar appears beside selected words. */
	readonly toolbar: boolean;
	/** What the reader means by a colour, e.g. "doubt"; empty for its own name. */
	readonly colorLabels: Readonly<Record<Color, string>>;
	/** The colour of a highlight made without choosing one; `last` is the one last used. */
	readonly defaultColor: Color | 'last';
	readonly reader: { readonly theme: ReaderTheme; readonly font: ReaderFont; readonly size: ReaderSize };
	/** Of the reference below each exported quote; `own` is the style that the reader brought, where this machine has one. */
	readonly citation: CitationStyle | 'own' | 'none';
	/** `browser` is the browser's own. */
	readonly language: UiLanguage | 'browser';
}

export const LONGEST_COLOR_LABEL = 40;

const colorRecord = <Value>(give: (color: Color, index: number) => Value): Record<Color, Value> =>
	Object.fromEntries(COLORS.map((color, index) => [color, give(color, index)])) as Record<Color, Value>;

export const DEFAULT_SETTINGS: Settings = {
	keys: { highlight: 'h', ...colorRecord((_, index) => String(index + 1)), note: 'n', cursor: 's' },
	toolbar: true,
	colorLabels: colorRecord(() => ''),
	defaultColor: 'last',
	reader: { theme: 'system', font: 'serif', size: 100 },
	citation: 'none',
	language: 'browser',
};

/**
 * Settings out of whatever was stored, synchronised from another version or imported: each member that is not as it must be
 * takes its default, the others stay.
 */
export function readSettings(stored: unknown): Settings {
	const { keys, toolbar, colorLabels, defaultColor, reader, citation, language } = members(stored);
	const { theme, font, size } = members(reader);
	const defaults = DEFAULT_SETTINGS;
	return {
		keys: readKeys(members(keys)),
		toolbar: typeof toolbar === 'boolean' ? toolbar : defaults.toolbar,
		colorLabels: colorRecord((color) => readColorLabel(members(colorLabels)[color])),
		defaultColor: isColor(defaultColor) ? defaultColor : 'last',
		reader: {
			theme: oneOf(READER_THEMES, theme) ?? defaults.reader.theme,
			font: oneOf(READER_FONTS, font) ?? defaults.reader.font,
			size: oneOf(READER_SIZES, size) ?? defaults.reader.size,
		},
		citation: oneOf([...CITATION_STYLES, 'own'], citation) ?? 'none',
		language: oneOf(UI_LANGUAGES, language) ?? 'browser',
	};
}

/** No key does two things: the first that has it keeps it. */
function readKeys(stored: Readonly<Record<string, unknown>>): Record<KeyAction, string> {
	const taken = new Set<string>();
	const keys = KEY_ACTIONS.map((action): [KeyAction, string] => {
		const value = stored[action];
		const isKey = typeof value === 'string' && /^[a-z0-9]?$/.test(value) && !isReadingKey(value);
		const key = isKey ? value : DEFAULT_SETTINGS.keys[action];
		if (key === '' || taken.has(key)) return [action, ''];
		taken.add(key);
		return [action, key];
	});
	return Object.fromEntries(keys) as Record<KeyAction, string>;
}

/** A colour's label as it is kept: on one line and not too long. */
export function readColorLabel(value: unknown): string {
	return typeof value === 'string' ? value.replace(/\s+/gu, ' ').trim().slice(0, LONGEST_COLOR_LABEL) : '';
}

function oneOf<const Value>(values: readonly Value[], value: unknown): Value | undefined {
	return values.find((candidate) => candidate === value);
}

function members(value: unknown): Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
