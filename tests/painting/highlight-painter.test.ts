import { beforeEach, describe, expect, it } from 'vitest';
import { COLORS, STYLES } from '../../utils/domain/color.ts';
import { highlightName } from '../../utils/painting/highlight-names.ts';
import { createHighlightPainter } from '../../utils/painting/highlight-painter.ts';
import type { Painter, Passage } from '../../utils/painting/painter.ts';

/** Stands in for the browser's registry, which Node does not have; the browsers' own are used end to end. */
function fakeRegistry() {
	const registry = new Map<string, Set<AbstractRange>>();
	return {
		registry: registry as unknown as HighlightRegistry,
		createHighlight: () => Object.assign(new Set<AbstractRange>(), { priority: 0 }) as unknown as Highlight,
		names: () => [...registry.keys()].sort(),
		rangesOf: (name: string) => [...(registry.get(name) ?? [])],
		map: registry,
	};
}

const range = (label: string) => ({ label }) as unknown as AbstractRange;
const passage = (id: string, overrides: Partial<Passage> = {}): Passage => ({
	id,
	color: 'yellow',
	style: 'solid',
	range: range(id),
	...overrides,
});

describe('the highlight painter', () => {
	let surface: ReturnType<typeof fakeRegistry>;
	let painter: Painter;
	beforeEach(() => {
		surface = fakeRegistry();
		painter = createHighlightPainter(surface);
	});

	it('registers one entry for each colour in use', () => {
		painter.paint([passage('a'), passage('b'), passage('c', { color: 'blue' })]);
		expect(surface.names()).toEqual(['en-marge-blue', 'en-marge-yellow']);
		expect(surface.rangesOf('en-marge-yellow')).toHaveLength(2);
	});

	it('moves a passage to its new colour and gives up the entry it leaves empty', () => {
		painter.paint([passage('a')]);
		painter.paint([passage('a', { color: 'green' })]);
		expect(surface.names()).toEqual(['en-marge-green']);
	});

	it('paints the same passage once however often it is told', () => {
		const one = passage('a');
		painter.paint([one]);
		painter.paint([one]);
		expect(surface.rangesOf('en-marge-yellow')).toEqual([one.range]);
	});

	it('leaves the entries of others alone', () => {
		const others = new Set<AbstractRange>();
		surface.map.set('search-results', others);
		painter.paint([passage('a')]);
		painter.stop();
		expect([...surface.map]).toEqual([['search-results', others]]);
	});

	it('does not delete an entry that somebody else has put under its name', () => {
		painter.paint([passage('a')]);
		const foreign = new Set<AbstractRange>();
		surface.map.set('en-marge-yellow', foreign);
		painter.erase(['a']);
		expect(surface.map.get('en-marge-yellow')).toBe(foreign);
	});

	it('puts back what a page has cleared', () => {
		painter.paint([passage('a'), passage('b', { color: 'pink' })]);
		surface.map.clear();
		painter.heal();
		expect(surface.names()).toEqual(['en-marge-pink', 'en-marge-yellow']);
		(surface.map.get('en-marge-pink') as Set<AbstractRange>).clear();
		painter.heal();
		expect(surface.rangesOf('en-marge-pink')).toHaveLength(1);
	});

	it('marks one passage for attention, over its colour, and lets go of it', () => {
		const one = passage('a');
		painter.paint([one]);
		painter.focus(one);
		expect(surface.names()).toEqual(['en-marge-focus-yellow', 'en-marge-yellow']);
		painter.focus(undefined);
		expect(surface.names()).toEqual(['en-marge-yellow']);
	});

	it('draws passages that cross on layers of their own, the upper with the higher priority', () => {
		painter.paint([passage('long', { layer: 1 }), passage('short', { layer: 2 })]);
		expect(surface.names()).toEqual(['en-marge-layer1-yellow', 'en-marge-layer2-yellow']);
		const priorities = [...surface.map.values()].map((entry) => (entry as unknown as Highlight).priority);
		expect(priorities).toEqual([1, 2]);
		painter.paint([passage('short')]);
		expect(surface.names()).toEqual(['en-marge-layer1-yellow', 'en-marge-yellow']);
	});

	it('shows where the reader stands, over everything, under a name that is no annotation’s', () => {
		const where = range('cursor');
		painter.cursor(where);
		expect(surface.rangesOf('en-marge-cursor')).toEqual([where]);
		painter.cursor(undefined);
		expect(surface.names()).toEqual([]);
	});

	it('names entries so that they begin with en-marge- and end with the colour', () => {
		for (const color of COLORS) {
			for (const style of [...STYLES, 'focus'] as const) {
				expect(highlightName(color, style, 2)).toMatch(new RegExp(`^en-marge-.*${color}$`));
				expect(highlightName(color, style)).toMatch(new RegExp(`^en-marge-.*${color}$`));
			}
		}
	});
});
