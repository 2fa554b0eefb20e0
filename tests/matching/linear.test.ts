import { expect, describe as group, test, vi } from 'vitest';
import { createAnchorer } from '../../utils/anchoring/anchor.ts';
import type { Selectors } from '../../utils/domain/selector.ts';
import { fold } from '../../utils/matching/fold.ts';
import { locate } from '../../utils/matching/locate.ts';
import { createOldText } from '../../utils/matching/old-text.ts';
import { createPage } from '../../utils/matching/page.ts';
import { foldPassage } from '../../utils/matching/passage.ts';
import { newsText } from '../anchoring/news.ts';

/** Texts on which searches go quadratic, of any length. */
const TEXTS: readonly (readonly [string, (length: number) => string])[] = [
	['one letter', (length) => 'a'.repeat(length)],
	['one ideograph', (length) => '的'.repeat(length)],
	['three letters in turn', (length) => 'abc'.repeat(length / 3)],
	['one sentence in turn', (length) => 'The same again, and again. '.repeat(length / 27)],
	['nearly one letter', (length) => `${'a'.repeat(99)}b`.repeat(length / 100)],
	['no white space', (length) => newsText(9, length / 200).replace(/\s/g, '')],
];

/** Quotes that stand everywhere, nearly everywhere and nowhere. */
function quotesOf(text: string): string[] {
	return [
		text.slice(0, 1),
		text.slice(5, 17),
		text.slice(0, 600),
		`${text.slice(0, 300)}zzz`,
		`b${text.slice(0, 40)}c`,
	];
}

/** The units, and how often one of them was read. */
function counted(units: Uint16Array, count: { reads: number }): Uint16Array {
	return new Proxy(units, {
		get(target, key) {
			if (key === 'subarray') return (from: number, to: number) => counted(target.subarray(from, to), count);
			if (typeof key === 'string' && key.charCodeAt(0) <= 0x39) count.reads++;
			return Reflect.get(target, key, target);
		},
	});
}

/** Units read of a page and of the old text (the same) to find all the quotes, each on a page that is new. */
function readsOf(text: string): number {
	const count = { reads: 0 };
	for (const exact of quotesOf(text)) {
		const pageOf = () => createPage({ ...fold(text), units: counted(fold(text).units, count) });
		const wanted = { prefix: `x${text.slice(0, 60)}`, exact, suffix: text.slice(0, 60), start: 100 };
		const old = createOldText({ source: text, page: pageOf, isReady: () => false }, wanted);
		locate(pageOf(), foldPassage(wanted.prefix, exact, wanted.suffix), old);
	}
	return count.reads;
}

group('the units read to find a passage grow no faster than the page', () => {
	test.each(TEXTS)('%s', (_, textOf) => {
		const [short, long] = [6000, 24_000].map((length) => readsOf(textOf(length)));
		expect(long!).toBeGreaterThan(24_000);
		// Four times the page: four times the reads. What does not grow with the page only makes it less.
		expect(long! / short!).toBeLessThan(4.5);
		expect(long! / 24_000).toBeLessThan(600);
	});
});

group('the characters that the engine is given to search grow no faster than the page', () => {
	/** Of the page and of the old text, for one passage. */
	function searchedOf(text: string, exact: string): number {
		let searched = 0;
		const spies = (['indexOf', 'includes'] as const).map((name) => {
			const own = String.prototype[name] as (this: string, words: string, from?: number) => number | boolean;
			return vi.spyOn(String.prototype, name).mockImplementation(function (this: string, words, from = 0) {
				searched += this.length - from;
				return own.call(this, words, from) as never;
			});
		});
		const selectors: Selectors = {
			quote: { type: 'TextQuoteSelector', exact, prefix: text.slice(0, 60), suffix: text.slice(0, 60) },
			position: { type: 'TextPositionSelector', start: 600, end: 600 + exact.length },
		};
		try {
			createAnchorer({ text: `New. ${text}` }).anchor(selectors, { versionText: text });
		} finally {
			for (const spy of spies) spy.mockRestore();
		}
		return searched;
	}

	test.each(TEXTS)('%s', (_, textOf) => {
		const text = textOf(30_000);
		for (const exact of quotesOf(text)) expect(searchedOf(text, exact) / text.length).toBeLessThan(60);
	});
});
