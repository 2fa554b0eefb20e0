import { CURSOR_NAME, highlightName } from './highlight-names.ts';
import { MOST_LAYERS } from './layers.ts';
import type { Painter, Passage } from './painter.ts';

/** The two things of the page that painting needs. The registry is shared with the page and other extensions. */
export interface PaintingSurface {
	readonly registry: HighlightRegistry;
	createHighlight(): Highlight;
}

export function pageSurface(): PaintingSurface {
	return { registry: CSS.highlights, createHighlight: () => new Highlight() };
}

/** Drawn over every passage. */
const ABOVE_LAYERS = MOST_LAYERS + 1;

/**
 * Paints with the CSS Custom Highlight API (https://drafts.csswg.org/css-highlight-api-1/): one registry entry for each
 * colour and style in use, no node added or changed. Only entries this painter made are ever deleted.
 */
export function createHighlightPainter(surface: PaintingSurface): Painter {
	const entries = new Map<string, Highlight>();
	const painted = new Map<string, { name: string; range: AbstractRange }>();
	let focused: { name: string; range: AbstractRange } | undefined;
	let cursor: { name: string; range: AbstractRange } | undefined;

	function add(name: string, range: AbstractRange, priority = 0): void {
		let highlight = entries.get(name);
		if (highlight === undefined) {
			highlight = surface.createHighlight();
			highlight.priority = priority;
			entries.set(name, highlight);
		}
		highlight.add(range);
		if (surface.registry.get(name) !== highlight) surface.registry.set(name, highlight);
	}

	function remove({ name, range }: { name: string; range: AbstractRange }): void {
		const highlight = entries.get(name);
		if (highlight === undefined) return;
		highlight.delete(range);
		if (highlight.size > 0) return;
		entries.delete(name);
		if (surface.registry.get(name) === highlight) surface.registry.delete(name);
	}

	function erase(ids: Iterable<string>): void {
		for (const id of ids) {
			const place = painted.get(id);
			if (place === undefined) continue;
			remove(place);
			painted.delete(id);
		}
	}

	function focus(passage: Passage | undefined): void {
		if (focused !== undefined) remove(focused);
		focused = passage && { name: highlightName(passage.color, 'focus'), range: passage.range };
		if (focused !== undefined) add(focused.name, focused.range, ABOVE_LAYERS);
	}

	function showCursor(range: AbstractRange | undefined): void {
		if (cursor !== undefined) remove(cursor);
		cursor = range && { name: CURSOR_NAME, range };
		if (cursor !== undefined) add(cursor.name, cursor.range, ABOVE_LAYERS + 1);
	}

	return {
		paint(passages) {
			for (const { id, color, style, range, layer = 0 } of passages) {
				const name = highlightName(color, style, layer);
				const before = painted.get(id);
				if (before?.name === name && before.range === range) continue;
				if (before !== undefined) remove(before);
				painted.set(id, { name, range });
				add(name, range, layer);
			}
		},
		erase,
		focus,
		cursor: showCursor,
		heal() {
			for (const [name, highlight] of entries) {
				if (surface.registry.get(name) !== highlight) surface.registry.set(name, highlight);
			}
			for (const { name, range } of painted.values()) {
				const highlight = entries.get(name);
				if (highlight !== undefined && !highlight.has(range)) highlight.add(range);
			}
		},
		stop() {
			erase([...painted.keys()]);
			focus(undefined);
			showCursor(undefined);
		},
	};
}
