import { describe } from '../../../utils/anchoring/describe.ts';
import { cursorOn, extended, moved, type TextCursor } from '../../../utils/anchoring/text-cursor.ts';
import type { Span, Unit } from '../../../utils/anchoring/text-units.ts';
import { boxesOf } from '../page/selection-watch.ts';
import { isControl, isEditable } from '../page/shortcut.ts';
import { staticRange } from '../page/static-range.ts';
import { visibleSpan } from '../page/visible-span.ts';
import { articleUnits } from './article-units.ts';
import { type PlacedAnnotation, placedAnnotations } from './placed-annotations.ts';
import { readingMove } from './reading-key.ts';
import type { ReadingCursor } from './tools.ts';
import type { PageToolsHost } from './tools-host.ts';

/** Room kept above and below the words, in CSS pixels: for headers that stand fast, and for our own bar. */
const ROOM_ABOVE = 80;
const ROOM_BELOW = 120;

export function createReadingCursor(host: PageToolsHost): ReadingCursor {
	const { window, ui, view, painter, selection, card, twin } = host;
	let cursor: TextCursor | undefined;
	/** The annotation it was led to, and the one whose card was opened last where it stands. */
	let visited: string | undefined;
	let opened: string | undefined;
	let text = '';

	const wordsOf = ({ start, end }: Span): string => host.article().text.text.slice(start, end);

	/** The annotations it stands on, the shortest first. */
	function under({ start, end }: Span): PlacedAnnotation[] {
		const crossing = placedAnnotations(view).filter((one) => one.start < end && one.end > start);
		return crossing.sort((a, b) => a.end - a.start - (b.end - b.start));
	}

	function paint({ start, end }: Span): Range {
		const range = host.article().text.rangeOf(start, end);
		painter.cursor(staticRange(range));
		return range;
	}

	function go(to: TextCursor | undefined): void {
		if (to === undefined) return;
		const isBegun = cursor === undefined;
		if (card.openId !== undefined) card.close();
		cursor = to;
		visited = opened = undefined;
		text = host.article().text.text;
		scrollTo(paint(to));
		const annotations = under(to).map(({ annotation: { color, note } }) => ({ color, hasNote: note !== '' }));
		ui.announce({ kind: 'passage', isBegun, words: wordsOf(to), under: annotations });
	}

	function scrollTo(range: Range): void {
		const boxes = boxesOf(range);
		const [first, last] = [boxes[0], boxes.at(-1)];
		if (first === undefined || last === undefined) return;
		const { innerHeight } = window;
		if (first.top >= ROOM_ABOVE && last.bottom <= innerHeight - ROOM_BELOW) return;
		const fits = last.bottom - first.top < innerHeight - ROOM_ABOVE - ROOM_BELOW;
		const top = first.top - (fits ? Math.max(ROOM_ABOVE, innerHeight / 3) : ROOM_ABOVE);
		window.scrollBy({ top, behavior: 'instant' });
	}

	function begin(): void {
		const selected = selection.describe()?.position;
		if (selected !== undefined) {
			selection.clear();
			return go(cursorOn(selected));
		}
		const { start } = visibleSpan(window, host.article().text);
		const units = articleUnits(host.article());
		const first = units.after('sentence', start) ?? units.before('sentence', start);
		go(first && cursorOn(first));
	}

	function leave(): void {
		if (cursor === undefined) return;
		cursor = undefined;
		painter.cursor(undefined);
		ui.announce({ kind: 'reading-ended' });
	}

	function move(unit: Unit, direction: 1 | -1, extend: boolean): void {
		if (cursor === undefined) return;
		const units = articleUnits(host.article());
		go(extend ? extended(units, cursor, unit, direction) : moved(units, cursor, unit, direction));
	}

	function toEdge(direction: 1 | -1): void {
		const units = articleUnits(host.article());
		const edge = direction === 1 ? units.before('sentence', text.length) : units.after('sentence', 0);
		go(edge && cursorOn(edge));
	}

	function openCard(): boolean {
		if (cursor === undefined || host.isAttaching()) return false;
		const ids = under(cursor).map(({ annotation }) => annotation.id);
		opened = ids[(ids.indexOf(opened ?? '') + 1) % ids.length];
		if (opened !== undefined) card.open(opened, false);
		return opened !== undefined;
	}

	function toAnnotation(direction: 1 | -1): void {
		const all = placedAnnotations(view);
		const at = all.findIndex(({ annotation }) => annotation.id === visited);
		const from = cursor ?? selection.describe()?.position ?? visibleSpan(window, host.article().text);
		const next =
			at !== -1
				? all[at + direction]
				: direction === 1
					? all.find(({ start }) => (cursor === undefined ? start >= from.start : start > from.start))
					: all.findLast(({ start }) => start < from.start);
		if (next === undefined) return ui.announce({ kind: 'no-further-annotation' });
		go(cursorOn(next));
		visited = next.annotation.id;
	}

	return {
		get span() {
			return cursor;
		},
		toggle: () => (cursor === undefined ? begin() : leave()),
		toAnnotation,
		key(event) {
			if (cursor === undefined || isControl(event.target) || isEditable(event.target)) return false;
			if (event.key === 'Escape') {
				if (card.openId !== undefined || host.isAttaching()) return false;
				leave();
				return true;
			}
			if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && !event.altKey) return openCard();
			const asked = readingMove(event, host.article().facts.dir);
			if (asked === undefined) return false;
			if (asked.unit === 'text') toEdge(asked.direction);
			else move(asked.unit, asked.direction, asked.extend);
			return true;
		},
		selectors: () => cursor && describe(host.article().text, cursor),
		annotationHere() {
			const at = cursor && describe(host.article().text, cursor)?.position;
			if (at === undefined) return undefined;
			const own = placedAnnotations(view).filter(({ annotation }) => twin.editionOf(annotation) === undefined);
			return own.find(({ start, end }) => start === at.start && end === at.end)?.annotation.id;
		},
		rendered() {
			if (cursor === undefined) return;
			if (host.article().text.text === text) paint(cursor);
			else leave();
		},
		leave,
	};
}
