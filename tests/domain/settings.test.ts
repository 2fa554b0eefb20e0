import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, KEY_ACTIONS, readSettings } from '../../utils/domain/settings.ts';

describe('settings that were stored somewhere', () => {
	it('are the defaults where nothing was stored', () => {
		expect(readSettings(undefined)).toEqual(DEFAULT_SETTINGS);
	});

	it('are whole and read the same again, whatever was stored', () => {
		fc.assert(
			fc.property(fc.anything(), (stored) => {
				const settings = readSettings(stored);
				expect(Object.keys(settings)).toEqual(Object.keys(DEFAULT_SETTINGS));
				expect(readSettings(JSON.parse(JSON.stringify(settings)))).toEqual(settings);
			}),
		);
	});

	it('keep every member that is as it must be beside one that is not', () => {
		const settings = readSettings({ toolbar: false, defaultColor: 'red', reader: { theme: 'sepia', size: 1000 } });
		expect(settings).toEqual({
			...DEFAULT_SETTINGS,
			toolbar: false,
			reader: { ...DEFAULT_SETTINGS.reader, theme: 'sepia' },
		});
	});

	it('know the styles of references that are packed, and that the reader may have one of his own', () => {
		const read = (citation: string) => readSettings({ citation }).citation;
		expect(['none', 'apa', 'gbt7714-2015', 'own', 'gbt7714-2025'].map(read)).toEqual([
			...['none', 'apa', 'gbt7714-2015', 'own', 'none'],
		]);
	});

	it('give no key to two acts', () => {
		fc.assert(
			fc.property(fc.dictionary(fc.constantFrom(...KEY_ACTIONS), fc.constantFrom('', 'a', 'h', '1', 'n')), (keys) => {
				const given = Object.values(readSettings({ keys }).keys).filter((key) => key !== '');
				expect(new Set(given).size).toBe(given.length);
			}),
		);
	});

	it('keep what a reader calls a colour in one line, and short', () => {
		const { colorLabels } = readSettings({ colorLabels: { yellow: ' a\nfact ', green: 'x'.repeat(100), blue: 4 } });
		expect(colorLabels).toMatchObject({ yellow: 'a fact', green: 'x'.repeat(40), blue: '' });
	});
});
