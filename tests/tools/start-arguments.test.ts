import { expect, test } from 'vitest';
import { startArguments } from './start-arguments.ts';

const read = (...words: string[]) => startArguments(words, '/copies');

test('without words, the sample in Chrome', () => {
	expect(read()).toEqual({ browser: 'chrome', target: { kind: 'sample' }, headless: false });
});

test('a file is looked for from where the command was typed, an address is taken as it is', () => {
	expect(read('a b.txt').target).toEqual({ kind: 'file', path: '/copies/a b.txt' });
	expect(read('/other/a.md').target).toEqual({ kind: 'file', path: '/other/a.md' });
	expect(read('file:///other/%E4%B8%80.html').target).toEqual({ kind: 'file', path: '/other/一.html' });
	expect(read('https://www.rfi.fr/fr/').target).toEqual({ kind: 'url', url: 'https://www.rfi.fr/fr/' });
});

test('options stand anywhere, and a second -- does not count', () => {
	expect(read('--firefox', 'a.txt').browser).toBe('firefox');
	expect(read('a.txt', '--', '--firefox', '--headless')).toMatchObject({ browser: 'firefox', headless: true });
});

test('what cannot be read is refused in one line', () => {
	expect(() => read('--safari')).toThrow(/^--safari: no such option\..*$/);
	expect(() => read('a.txt', 'b.txt')).toThrow(/^One file or address at a time, not a.txt b.txt\..*$/);
	expect(() => read('https://')).toThrow(/^https:\/\/: no address.*$/);
});
