import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exportFileName } from '../../utils/exchange/file-name.ts';

const NOON = '2026-11-22T12:00:00.000Z';
const bytes = (text: string) => new TextEncoder().encode(text).length;

describe('the name of an exported file', () => {
	test.each([
		['Des puits pour le village', '2026-11-22-Des-puits-pour-le-village.md'],
		['中国外长王毅今起访俄罗斯或为“习普会”前兆', '2026-11-22-中国外长王毅今起访俄罗斯或为-习普会-前兆.md'],
		['L’eau : # | ^ [x] < > : " / \\ ? * fin', '2026-11-22-L-eau-x-fin.md'],
		['گفت‌وگو با نویسنده', '2026-11-22-گفت‌وگو-با-نویسنده.md'],
		['សៀវភៅថ្មី', '2026-11-22-សៀវភៅថ្មី.md'],
		['Cafe\u0301', '2026-11-22-Café.md'],
		['a\u202eb\u2066c\0d\te\u200cf', '2026-11-22-a-b-c-d-e\u200cf.md'],
		['../../etc/passwd', '2026-11-22-etc-passwd.md'],
		['Fin. ', '2026-11-22-Fin.md'],
		['', '2026-11-22-article.md'],
		['?!…', '2026-11-22-article.md'],
	])('for %j is %j', (title, expected) => {
		expect(exportFileName(NOON, title, 'md')).toBe(expected);
	});

	test('bears the day of Paris, or the day it is given', () => {
		expect(exportFileName('2026-06-30T22:30:00.000Z', 'a', 'md')).toBe('2026-07-01-a.md');
		expect(exportFileName('2026-06-30', 'a', 'md')).toBe('2026-06-30-a.md');
		expect(exportFileName('2026-06-30T22:30:00.000Z', 'a', 'md', 'America/New_York')).toBe('2026-06-30-a.md');
	});

	test('without a date is no name that Windows keeps for itself', () => {
		expect(exportFileName('', 'CON', 'md')).toBe('CON-.md');
		expect(exportFileName('', 'lpt1', '.md')).toBe('lpt1-.md');
	});

	test('is cut between graphemes, at 200 bytes', () => {
		const name = exportFileName(NOON, '👩🏽‍🚒é'.repeat(5) + 'ខ្មែរ'.repeat(100), 'md');
		expect(bytes(name)).toBeLessThanOrEqual(200);
		expect(bytes(name)).toBeGreaterThan(180);
		expect(name).toMatch(/^2026-11-22-[é-]+(ខ្មែរ)*(ខ្មែ)?\.md$/);
	});

	test('is safe whatever the title', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.string(), (title, extension) => {
				const name = exportFileName(NOON, title, extension);
				expect(name).toMatch(/^2026-11-22-(?:\p{L}|\p{M}|\p{N}|\u200c|\u200d|-)+(\.[0-9A-Za-z]+)+$/u);
				expect(bytes(name)).toBeLessThanOrEqual(200);
				expect(name.isWellFormed()).toBe(true);
			}),
		);
	});
});
