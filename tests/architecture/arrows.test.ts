import { describe, expect, test } from 'vitest';
import { breachOf } from './allowed-arrows.ts';
import { arrowsOf, importCycles } from './import-graph.ts';
import { readSources } from './read-sources.ts';

const arrows = arrowsOf(readSources());

test('the repository has files in every room, and they import each other', () => {
	const seen = new Set(arrows.map(({ from }) => from.split('/')[0]));
	expect([...seen].sort()).toEqual(['components', 'entrypoints', 'tests', 'utils', 'wxt.config.ts']);
	expect(arrows.length).toBeGreaterThan(300);
});

test('every import follows an arrow that the table of rooms allows', () => {
	expect(arrows.flatMap((arrow) => breachOf(arrow) ?? [])).toEqual([]);
});

test('no files import each other in a circle', () => {
	expect(
		importCycles(arrows).map((cycle) => `${cycle.join(' → ')} → ${cycle[0]}: move what both need to a third`),
	).toEqual([]);
});

const breachesOf = (from: string, source: string): string[] =>
	arrowsOf(new Map([[from, source]])).flatMap((arrow) => breachOf(arrow) ?? []);

describe('seen red', () => {
	test.each([
		['a room of utils that imports its sibling', 'utils/painting/a.ts', "import { b } from '../anchoring/b.ts';"],
		['the same for a type alone', 'utils/painting/a.ts', "import type { B } from '../anchoring/b.ts';"],
		['the same for a type named in place', 'utils/painting/a.ts', "let a: import('../anchoring/b.ts').B;"],
		['the same as a re-export', 'utils/painting/a.ts', "export { b } from '../anchoring/b.ts';"],
		['the same as a re-export of everything', 'utils/painting/a.ts', "export * from '../anchoring/b.ts';"],
		['the same at run time', 'utils/painting/a.ts', "const b = await import('../anchoring/b.ts');"],
		['the same by require', 'utils/painting/a.ts', "import b = require('../anchoring/b.ts');"],
		['matching that imports anchoring back', 'utils/matching/a.ts', "import '../anchoring/b.ts';"],
		['domain that imports a room', 'utils/domain/a.ts', "import { b } from '../matching/b.ts';"],
		['domain that imports a package', 'utils/domain/a.ts', "import { render } from 'preact';"],
		['a room that the table does not name', 'utils/search/a.ts', "import { b } from '../storage/b.ts';"],
		['matching that imports a package', 'utils/matching/a.ts', "import * as v from 'valibot';"],
		['a room that imports a view', 'utils/article/a.ts', "import { B } from '../../components/b.tsx';"],
		['a room that imports an entrypoint', 'utils/article/a.ts', "import { b } from '../../entrypoints/b.ts';"],
		['a room that imports a test', 'utils/article/a.ts', "import { b } from '../../tests/b.ts';"],
		['a room whose name begins like its own', 'utils/article/a.ts', "import { b } from '../article-form/b.ts';"],
		['a view that imports an entrypoint', 'components/a.tsx', "import { b } from '../entrypoints/shared/b.ts';"],
		['a view that imports another room than domain', 'components/a.tsx', "import { b } from '../utils/exchange/b.ts';"],
		['a view that imports the browser', 'components/a.tsx', "import { browser } from 'wxt/browser';"],
		[
			'a view that imports another translation',
			'components/a.ts',
			"import fr from '../public/_locales/fr/messages.json';",
		],
		['an entrypoint that imports Dexie', 'entrypoints/a.ts', "import { Dexie } from 'dexie';"],
		[
			'an entrypoint that imports Readability',
			'entrypoints/a.ts',
			"import { Readability } from '@mozilla/readability';",
		],
		['an entrypoint that imports DOMPurify', 'entrypoints/a.ts', "import purify from 'dompurify';"],
		['an entrypoint that imports a test', 'entrypoints/a.ts', "import { b } from '../tests/b.ts';"],
		['a path by an alias', 'utils/painting/a.ts', "import { b } from '@/utils/anchoring/b.ts';"],
		['a file in no room', 'helpers/a.ts', "import { b } from '../utils/domain/b.ts';"],
	])('%s', (_, from, source) => {
		expect(breachesOf(from, source)).toHaveLength(1);
	});

	test.each([
		['utils/anchoring/a.ts', "import { b } from '../matching/b.ts'; import type { C } from '../domain/c.ts';"],
		['utils/domain/a.ts', "import * as v from 'valibot'; import { b } from './b.ts';"],
		[
			'components/a.tsx',
			"import type m from '../public/_locales/en/messages.json'; import { useState } from 'preact/hooks';",
		],
		['entrypoints/a.ts', "import { b } from '../utils/storage/b.ts'; import { browser } from 'wxt/browser';"],
		['tests/a.ts', "import { Dexie } from 'dexie'; import { b } from '../utils/storage/b.ts'; import 'node:fs';"],
		['wxt.config.ts', "import { b } from './entrypoints/shared/b.ts'; import { defineConfig } from 'wxt';"],
	])('and green where the table allows it: %s', (from, source) => {
		expect(breachesOf(from, source)).toEqual([]);
	});

	test('a circle of three, one of its arrows a type', () => {
		const circle = new Map([
			['utils/domain/a.ts', "import { b } from './b.ts';"],
			['utils/domain/b.ts', "import type { C } from './c.ts';"],
			['utils/domain/c.ts', "export * from './a.ts'; import { d } from './d.ts';"],
			['utils/domain/d.ts', ''],
		]);
		expect(importCycles(arrowsOf(circle))).toEqual([['utils/domain/a.ts', 'utils/domain/b.ts', 'utils/domain/c.ts']]);
	});
});
