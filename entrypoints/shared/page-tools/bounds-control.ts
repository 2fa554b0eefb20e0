import type { BoundHandle } from '../../../components/page/bounds.ts';
import { describe } from '../../../utils/anchoring/describe.ts';
import type { Span, TextUnits } from '../../../utils/anchoring/text-units.ts';
import { boxesOf } from '../page/selection-watch.ts';
import { articleUnits } from './article-units.ts';
import { textOffset } from './text-offset.ts';
import type { Bound, BoundsControl } from './tools.ts';
import type { PageToolsHost } from './tools-host.ts';

interface Session extends Span {
	readonly id: string;
	/** The text that the offsets are of. */
	readonly text: string;
}

export function createBoundsControl(host: PageToolsHost): BoundsControl {
	const { window, ui, view, card, acts, twin } = host;
	let session: Session | undefined;

	function current(): Session | undefined {
		const id = card.openId;
		if (id === undefined) return undefined;
		const { text } = host.article().text;
		if (session?.id === id && session.text === text) return session;
		const entry = view.get(id);
		if (entry?.outcome === undefined || entry.outcome.state === 'orphan') return undefined;
		if (twin.editionOf(entry.annotation) !== undefined) return undefined;
		return { id, text, start: entry.outcome.start, end: entry.outcome.end };
	}

	function set(next: Session): void {
		const before = current();
		if (before === undefined || (before.start === next.start && before.end === next.end)) return;
		session = next;
		// Drawn as it will be; nothing is stored before it is kept.
		view.preview(next.id, next);
		ui.update({});
	}

	function withBound(at: Session, bound: Bound, offset: number | undefined): void {
		if (offset === undefined) return;
		const units = articleUnits(host.article());
		const last = units.edge('grapheme', 'start', at.end, -1) ?? at.start;
		const first = units.edge('grapheme', 'end', at.start, 1) ?? at.end;
		set(bound === 'start' ? { ...at, start: Math.min(offset, last) } : { ...at, end: Math.max(offset, first) });
	}

	function handle(at: Session, bound: Bound): BoundHandle {
		const { text } = host.article();
		const units = articleUnits(host.article());
		const character = bound === 'start' ? units.at('grapheme', at.start) : units.before('grapheme', at.end);
		const { start, end } = character ?? { start: at.start, end: at.start + 1 };
		const rects = text.rangeOf(start, end).getClientRects();
		const box = bound === 'start' ? rects[0] : rects[rects.length - 1];
		const { left = 0, right = 0, top = 0, bottom = 0 } = box ?? {};
		const isRtl =
			RTL.test(text.text.slice(start, end)) || isInRtl(text.rangeOf(start, end), text.text.slice(start, end));
		const words = text.text.slice(at.start, at.end);
		return {
			x: isRtl === (bound === 'start') ? right : left,
			...{ top, bottom },
			offset: at[bound],
			words: bound === 'start' ? firstWords(words) : lastWords(words),
		};
	}

	function cancel(): boolean {
		if (session === undefined) return false;
		view.preview(session.id);
		session = undefined;
		ui.announce({ kind: 'bounds-as-before' });
		return true;
	}

	return {
		state() {
			const at = current();
			if (at === undefined) return undefined;
			const length = host.article().text.text.length;
			return { start: handle(at, 'start'), end: handle(at, 'end'), length };
		},
		boxes() {
			const at = current();
			return at && at === session ? boxesOf(host.article().text.rangeOf(at.start, at.end)) : undefined;
		},
		move(bound, unit, direction) {
			const at = current();
			if (at !== undefined) withBound(at, bound, articleUnits(host.article()).edge(unit, bound, at[bound], direction));
		},
		drag(bound, x, y, wholeWords) {
			const at = current();
			const caret = caretAt(window, host.article().scope.root, x, y);
			if (at === undefined || caret === undefined) return;
			const side = bound === 'start' ? 'after' : 'before';
			const offset = textOffset(host.article().text, caret.offsetNode, caret.offset, side);
			if (offset === undefined) return;
			const units = articleUnits(host.article());
			withBound(at, bound, wholeWords ? wordEdge(units, bound, offset) : graphemeEdge(units, bound, offset));
		},
		wholeWords(bound) {
			const at = current();
			if (at === undefined) return;
			const units = articleUnits(host.article());
			const start = bound === 'end' ? at.start : wordEdge(units, 'start', at.start);
			set({ ...at, start, end: bound === 'start' ? at.end : wordEdge(units, 'end', at.end) });
		},
		keep() {
			const kept = session;
			session = undefined;
			if (kept === undefined) return;
			const { text } = host.article();
			const selectors = text.text === kept.text ? describe(text, kept) : undefined;
			view.preview(kept.id);
			if (selectors === undefined) return;
			acts.reattach(kept.id, selectors);
			ui.announce({ kind: 'bounds', words: selectors.quote.exact });
		},
		cancel,
	};
}

const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** What has no direction of its own stands in that of its paragraph. */
function isInRtl({ startContainer }: Range, character: string): boolean {
	if (/\p{L}|\p{N}/u.test(character)) return false;
	const element = startContainer.parentElement;
	return element !== null && getComputedStyle(element).direction === 'rtl';
}

/** The character boundary of the article nearest to a point; beside the column, that of the line beside it. */
function caretAt(window: Window, root: Element, x: number, y: number): CaretPosition | undefined {
	const { left, right } = root.getBoundingClientRect();
	const within = Math.max(left + 1, Math.min(x, right - 1));
	const caret = window.document.caretPositionFromPoint(within, Math.max(1, Math.min(y, window.innerHeight - 1)));
	return caret !== null && root.contains(caret.offsetNode) ? caret : undefined;
}

/** The edge of the word that the offset cuts; the offset itself where it cuts none. */
function wordEdge(units: TextUnits, bound: Bound, offset: number): number {
	const word = units.at('word', bound === 'start' ? offset : offset - 1);
	return word?.[bound] ?? offset;
}

function graphemeEdge(units: TextUnits, bound: Bound, offset: number): number {
	const character = units.at('grapheme', bound === 'start' ? offset : offset - 1);
	return character?.[bound] ?? offset;
}

const TOLD = 60;
const firstWords = (words: string): string => (words.length > TOLD ? `${words.slice(0, TOLD)}…` : words);
const lastWords = (words: string): string => (words.length > TOLD ? `…${words.slice(-TOLD)}` : words);
