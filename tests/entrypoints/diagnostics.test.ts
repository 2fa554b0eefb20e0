import { expect, test } from 'vitest';
import { diagnosticsOf } from '../../entrypoints/library/diagnostics.ts';

const FACTS = {
	version: '1.2.3',
	userAgent: 'Browser/1',
	locale: 'fa',
	counts: { articles: 3, annotations: 9, trashedArticles: 1, trashedAnnotations: 2 },
};
const LOOKED_AT = { articles: 4, annotations: 11, versions: 4 };

test('diagnostics are numbers and names of the machine, one fact a line', () => {
	const state = {
		storage: { used: 10, granted: 100, isKept: false, isRefused: false },
		index: { articles: 3, annotations: 8, pending: 1, bytes: 512, isRebuilding: false },
		check: {
			kind: 'checked',
			report: { ...LOOKED_AT, flaws: [{ kind: 'acts-of-nothing', count: 2, examples: ['17'] }] },
		},
	} as const;
	expect(diagnosticsOf(FACTS, state).split('\n')).toEqual([
		'En marge 1.2.3',
		'Browser/1',
		'interface: fa',
		'articles: 3, in the trash 1',
		'annotations: 9, in the trash 2',
		'storage: 10 of 100 bytes, not kept',
		'index: 3 + 8, pending 1, 512 bytes',
		'consistency: acts-of-nothing 2',
	]);
});

test('what is not known is left out', () => {
	const nothing = { storage: undefined, index: undefined, check: { kind: 'none' } } as const;
	expect(diagnosticsOf({ ...FACTS, counts: undefined }, nothing)).toBe('En marge 1.2.3\nBrowser/1\ninterface: fa');
	expect(
		diagnosticsOf(
			{ ...FACTS, counts: undefined },
			{ ...nothing, check: { kind: 'checked', report: { ...LOOKED_AT, flaws: [] } } },
		),
	).toContain('consistency: sound');
});
