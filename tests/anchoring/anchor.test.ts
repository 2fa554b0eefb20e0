import fc from 'fast-check';
import { expect, describe as group, test } from 'vitest';
import { createAnchorer } from '../../utils/anchoring/anchor.ts';
import { describe } from '../../utils/anchoring/describe.ts';
import type { Selectors } from '../../utils/domain/selector.ts';
import { newsText } from './news.ts';

const OLD = newsText(7, 40);

function selectorsOf(text: string, exact: string, from = 0): Selectors {
	const start = text.indexOf(exact, from);
	return describe({ text }, { start, end: start + exact.length })!;
}

function wordsAnchored(text: string, selectors: Selectors, versionText?: string): string | undefined {
	const outcome = createAnchorer({ text }).anchor(selectors, versionText === undefined ? {} : { versionText });
	return outcome.state === 'orphan' ? undefined : text.slice(outcome.start, outcome.end);
}

/** Any stretch of the old text, trimmed and not cut inside a word. */
const passage = fc.tuple(fc.nat(OLD.length - 200), fc.integer({ min: 1, max: 25 })).map(([from, words]) => {
	const start = OLD.indexOf(' ', from) + 1;
	return { start, end: start + OLD.slice(start).split(/\s/).slice(0, words).join(' ').length };
});

group('a passage is anchored', () => {
	test('where it was described, in the same text', () => {
		fc.assert(
			fc.property(fc.nat(OLD.length), fc.nat(300), (start, length) => {
				const selectors = describe({ text: OLD }, { start, end: Math.min(OLD.length, start + length) });
				fc.pre(selectors !== undefined);
				const { position } = selectors;
				expect(createAnchorer({ text: OLD }).anchor(selectors)).toEqual({
					state: 'anchored',
					start: position.start,
					end: position.end,
				});
			}),
		);
	});

	test('whatever is put in or taken out elsewhere', () => {
		fc.assert(
			fc.property(passage, fc.nat(100), fc.nat(30), fc.boolean(), ({ start, end }, seed, at, hasVersion) => {
				const selectors = describe({ text: OLD }, { start, end })!;
				const blocks = OLD.split('\n');
				const exact = OLD.slice(start, end);
				const near = OLD.slice(Math.max(0, start - 100), end + 100).split('\n');
				const kept = blocks.filter((block, k) => k % 5 !== seed % 5 || near.some((part) => block.includes(part)));
				kept.splice(at, 0, newsText(seed + 1000, 3));
				const text = kept.join('\n');
				fc.pre(text.includes(selectors.quote.prefix + selectors.quote.exact + selectors.quote.suffix));
				const outcome = createAnchorer({ text }).anchor(selectors, hasVersion ? { versionText: OLD } : {});
				expect(outcome.state).toBe('anchored');
				expect(wordsAnchored(text, selectors, OLD)).toBe(exact);
			}),
		);
	});

	test('however near something was put in beside it', () => {
		fc.assert(
			fc.property(passage, fc.nat(40), fc.boolean(), ({ start, end }, distance, isBefore) => {
				const selectors = describe({ text: OLD }, { start, end })!;
				const at = isBefore ? Math.max(0, start - distance) : Math.min(OLD.length, end + distance);
				const text = `${OLD.slice(0, at)}\n[[4711]]\n${OLD.slice(at)}`;
				const outcome = createAnchorer({ text }).anchor(selectors, { versionText: OLD });
				fc.pre(outcome.state !== 'orphan');
				// Of its own words none changed.
				if (wordsAnchored(text, selectors, OLD) === OLD.slice(start, end)) expect(outcome.state).toBe('anchored');
			}),
		);
	});

	test('in other typography and white space, and in the other Chinese script', () => {
		const exact = '香港特別行政區政府發言人說：「我們後來改變了計劃」';
		const old = `這是開頭的一段話，講述昨天發生的事情。${exact}，然後他離開了會場，沒有回答問題。`;
		const now = `新的导语在这里。这是开头的一段话，讲述昨天发生的事情。香港特别行政区政府发言人说：“我们后来改变了计划”，然后他离开了会场，没有回答问题。`;
		expect(wordsAnchored(now, selectorsOf(old, exact))).toBe('香港特别行政区政府发言人说：“我们后来改变了计划”');
	});
});

group('a changed passage', () => {
	const blocks = OLD.split('\n');
	const exact = blocks[12]!.split('. ')[0]!;
	const words = exact.split(' ');
	const selectors = selectorsOf(OLD, exact);

	test('comes with its difference', () => {
		const now = [...words.slice(0, 4), 'Zanzibar', ...words.slice(5)].join(' ');
		const text = `${newsText(3, 2)}\n${OLD.replace(exact, now)}`;
		const outcome = createAnchorer({ text }).anchor(selectors);
		expect(outcome).toMatchObject({ state: 'changed' });
		expect(wordsAnchored(text, selectors)).toBe(now);
		expect(outcome.state === 'changed' && outcome.differences.filter(({ kind }) => kind !== 'same')).toEqual([
			{ kind: 'removed', text: words[4] },
			{ kind: 'added', text: 'Zanzibar' },
		]);
	});

	test('may have an advertisement in its middle', () => {
		const cut = exact.indexOf(' ', 30);
		const now = `${exact.slice(0, cut)}\nAdvertisement Subscribe to our newsletter and win\n${exact.slice(cut + 1)}`;
		expect(wordsAnchored(OLD.replace(exact, now), selectors)).toBe(now);
	});

	test('that was rewritten is an orphan, with the place where it stood', () => {
		const text = OLD.replace(exact, newsText(99, 1).split('. ')[0]!);
		const outcome = createAnchorer({ text }).anchor(selectors, { versionText: OLD });
		expect(outcome.state).toBe('orphan');
		const nearest = outcome.state === 'orphan' ? outcome.nearest! : -1;
		expect(Math.abs(nearest - selectors.position.start)).toBeLessThan(3);
	});
});

group('an absent passage', () => {
	test('of twelve characters or more is an orphan, never a guess', () => {
		fc.assert(
			fc.property(fc.nat(10_000), passage, (seed, { start, end }) => {
				fc.pre(end - start >= 12);
				const selectors = describe({ text: OLD }, { start, end })!;
				const text = newsText(100_000 + seed, 40);
				fc.pre(!text.includes(selectors.quote.exact));
				expect(createAnchorer({ text }).anchor(selectors, { versionText: OLD }).state).toBe('orphan');
			}),
		);
	});

	test('that was cut out is an orphan', () => {
		fc.assert(
			fc.property(passage, fc.boolean(), ({ start, end }, hasVersion) => {
				fc.pre(end - start >= 12);
				const selectors = describe({ text: OLD }, { start, end })!;
				const text = `${newsText(5, 1)}\n${OLD.slice(0, start)}${OLD.slice(end)}`;
				fc.pre(!text.includes(selectors.quote.exact));
				const outcome = createAnchorer({ text }).anchor(selectors, hasVersion ? { versionText: OLD } : {});
				expect(outcome.state).toBe('orphan');
			}),
		);
	});

	test('of which a like one stands elsewhere is not taken for it', () => {
		const text = OLD.split('\n');
		const repeated = 'The president of the assembly refused to answer the question of the reporters.';
		const old = [...text.slice(0, 10), repeated, ...text.slice(10, 30), repeated, ...text.slice(30)].join('\n');
		const second = selectorsOf(old, repeated, old.indexOf(repeated) + 1);
		const now = [...text.slice(0, 10), repeated, ...text.slice(10)].join('\n');
		expect(createAnchorer({ text: now }).anchor(second, { versionText: old }).state).toBe('orphan');
		expect(wordsAnchored(`New.\n${old}`, second, old)).toBe(repeated);
	});
});

group('bad input', () => {
	const bad: unknown[] = [
		undefined,
		null,
		{},
		[],
		'text',
		{ quote: {} },
		{ quote: { exact: 5 }, position: { start: 'x' } },
		{ quote: { exact: '' }, position: { start: 0, end: 0 } },
		{ quote: { exact: '\u200b \n' }, position: { start: 0, end: 3 } },
		{ quote: { exact: '\ud800', prefix: '\udc00', suffix: '\ud800' }, position: { start: -5, end: -1 } },
		{ quote: { exact: 'qqq', prefix: null, suffix: {} }, position: { start: 1e300, end: Number.NaN } },
		{ quote: { exact: 'x'.repeat(100_000), prefix: '', suffix: '' }, position: { start: 0, end: 100_000 } },
		{ quote: { exact: 'x'.repeat(1_000_000) }, position: { start: 2 ** 52 } },
	];
	test.each(bad.map((selectors) => [JSON.stringify(selectors)?.slice(0, 60), selectors]))(
		'%s is an orphan',
		(_, selectors) => {
			expect(createAnchorer({ text: OLD }).anchor(selectors as Selectors).state).toBe('orphan');
			expect(createAnchorer({ text: '' }).anchor(selectors as Selectors).state).toBe('orphan');
		},
	);

	test('of any shape is an outcome', () => {
		const strings = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.constantFrom('a', OLD.slice(50, 90), OLD.slice(300, 310)),
		);
		const any = fc.oneof(strings, fc.anything());
		const anchorer = createAnchorer({ text: OLD });
		fc.assert(
			fc.property(
				fc.record({
					quote: fc.record({ exact: any, prefix: any, suffix: any }),
					position: fc.record({ start: any, end: any }),
				}),
				any,
				(selectors, versionText) => {
					const outcome = anchorer.anchor(
						selectors as unknown as Selectors,
						typeof versionText === 'string' ? { versionText } : {},
					);
					expect(['anchored', 'changed', 'orphan']).toContain(outcome.state);
					if (outcome.state !== 'orphan') expect(outcome.end).toBeGreaterThan(outcome.start);
				},
			),
		);
	});

	test('a one-character quote and a quote of 100,000 characters are found in their context', () => {
		const text = newsText(1, 1200);
		for (const [start, end] of [
			[5000, 5001],
			[2000, 102_000],
		] as const) {
			const selectors = describe({ text }, { start, end })!;
			expect(wordsAnchored(`New.\n${text}`, selectors, text)).toBe(selectors.quote.exact);
			expect(wordsAnchored(`New.\n${text}`, selectors)).toBe(selectors.quote.exact);
		}
	});

	test('texts that repeat themselves are searched in bounded time', () => {
		const texts = ['a'.repeat(400_000), 'abc'.repeat(150_000), '的'.repeat(400_000), `${'ab '.repeat(150_000)}end`];
		for (const text of texts)
			for (const exact of [
				text.slice(0, 1),
				text.slice(0, 12),
				text.slice(0, 5000),
				`b${text.slice(0, 50_000)}`,
				`${text.slice(0, 900)}zzz`,
			]) {
				const selectors: Selectors = {
					quote: { type: 'TextQuoteSelector', exact, prefix: `x${text.slice(0, 60)}`, suffix: text.slice(0, 60) },
					position: { type: 'TextPositionSelector', start: 100, end: 100 + exact.length },
				};
				expect(createAnchorer({ text }).anchor(selectors, { versionText: text }).state).toBeTypeOf('string');
			}
	}, 30_000);
});
