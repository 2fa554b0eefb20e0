import { createAnchorer } from '../../../utils/anchoring/anchor.ts';
import type { ArticleText } from '../../../utils/anchoring/article-text.ts';
import { anchorInSlices } from '../../../utils/anchoring/slices.ts';
import type { Span } from '../../../utils/anchoring/text-units.ts';
import { type Annotation, compareByPosition, type Instant } from '../../../utils/domain/annotation.ts';
import type { VersionText } from '../../../utils/domain/article.ts';
import type { AnchorOutcome, AnchorState } from '../../../utils/domain/outcome.ts';
import { abridged, type ChangeOrigin, type PassageChange } from '../../../utils/domain/passage-change.ts';
import { type Layer, layersOf } from '../../../utils/painting/layers.ts';
import type { Painter, Passage } from '../../../utils/painting/painter.ts';
import { nearestPlace } from './nearest-place.ts';
import { isSameRange, staticRange } from './static-range.ts';
import { visibleSpan } from './visible-span.ts';
import { whenIdle } from './when-idle.ts';

/** One annotation in this page view: what became of its passage, and where it is drawn. */
export interface ShownAnnotation {
	readonly annotation: Annotation;
	/** Undefined until it has been looked for. */
	readonly outcome?: AnchorOutcome;
	readonly range?: StaticRange;
	/** Of a passage that has other words now. */
	readonly origin?: ChangeOrigin;
}

/** The article texts of kept versions, by fingerprint. */
export type ReadOldTexts = () => Promise<ReadonlyMap<string, VersionText>>;

/** The annotations of the article in this page view: anchored, drawn, and kept in step with store and page. */
export interface AnnotationsView {
	/**
	 * Takes what the store holds; resolves when every annotation has been looked for.
	 * @param readOldTexts gives the article texts annotations were made on, by fingerprint, where they differ from the
	 * page's; asked only where a passage does not stand letter by letter
	 */
	reconcile(annotations: readonly Annotation[], readOldTexts?: ReadOldTexts): Promise<void>;
	/** Shows one annotation at a known place, before anything is stored. */
	show(annotation: Annotation, place: AnchorOutcome): void;
	/** Shows other content of an annotation that stays where it is. */
	replace(annotation: Annotation): void;
	/** Draws an annotation elsewhere, whatever is stored meanwhile; without a place where it stands again. */
	preview(id: string, place?: Span): void;
	remove(id: string): void;
	/** The page has drawn itself anew: finds every place again in `text`. */
	relocate(text: ArticleText): Promise<void>;
	get(id: string): ShownAnnotation | undefined;
	inReadingOrder(): ShownAnnotation[];
	outcomes(): Record<string, AnchorState>;
	/** By id, for orphans: the words that stand at the nearest place now, where one is known. */
	nearest(): Record<string, string>;
	/** By id, for passages that have other words now: since when, and which. */
	changes(): Record<string, PassageChange>;
	stop(): void;
}

/** Changed passages a page tells of with their words; each may be a kilobyte. */
const MOST_CHANGES = 100;
/** Code units of a passage beyond which its difference is not worked out for a list. */
const LONGEST_TOLD = 10_000;

/** Anchoring never keeps the page from answering the reader for longer than this, in milliseconds. */
const SLICE_BUDGET_MS = 8;

/** @param textReadAt when the page's text was read, where it is a copy of another time; undefined for that of now */
export function createAnnotationsView(
	window: Window,
	painter: Painter,
	initialText: ArticleText,
	textReadAt: () => Instant | undefined,
): AnnotationsView {
	const shown = new Map<string, ShownAnnotation>();
	let text = initialText;
	let anchorer = createAnchorer(text);
	let running = new AbortController();
	let readVersionTexts: ReadOldTexts = async () => new Map();
	/** When each version was read that annotations were made on, by fingerprint, as far as it was asked. */
	const readAt = new Map<string, Instant>();
	let layers: ReadonlyMap<string, Layer> = new Map();
	let isStale = false;
	let previewed: { readonly id: string; readonly range: StaticRange } | undefined;

	function paint(id: string): void {
		const entry = shown.get(id);
		const range = entry && previewed?.id === id ? previewed.range : entry?.range;
		if (entry === undefined || range === undefined) return painter.erase([id]);
		painter.paint([{ ...passageOf(entry, range), layer: layers.get(id) ?? 0 }]);
	}

	/** A place has come or gone: finds out, once for all that comes and goes at the same time, which passages cross. */
	function restack(): void {
		if (isStale) return;
		isStale = true;
		queueMicrotask(() => {
			isStale = false;
			const before = layers;
			layers = layersOf(
				[...shown].flatMap(([id, { outcome }]) =>
					outcome === undefined || outcome.state === 'orphan' ? [] : [{ id, start: outcome.start, end: outcome.end }],
				),
			);
			for (const id of new Set([...before.keys(), ...layers.keys()])) {
				if (shown.has(id) && before.get(id) !== layers.get(id)) paint(id);
			}
		});
	}

	function originOf({ version, created }: Annotation): ChangeOrigin {
		const since = readAt.get(version) ?? created;
		return { since, isEarlier: (textReadAt() ?? since) < since };
	}

	function locate(annotation: Annotation, outcome: AnchorOutcome): void {
		const place = outcome.state === 'orphan' ? undefined : staticRange(text.rangeOf(outcome.start, outcome.end));
		const before = shown.get(annotation.id)?.range;
		const range = before && place && isSameRange(before, place) ? before : place;
		const origin = outcome.state === 'changed' && originOf(annotation);
		shown.set(annotation.id, { annotation, outcome, ...(range && { range }), ...(origin && { origin }) });
		paint(annotation.id);
		restack();
	}

	async function anchorAll(annotations: readonly Annotation[]): Promise<void> {
		const { signal } = running;
		const until = performance.now() + SLICE_BUDGET_MS;
		// What stands letter by letter is painted at once, as far as the first slice goes; the rest when the page is idle.
		const moved = annotations.filter((annotation) => {
			if (performance.now() > until) return true;
			const outcome = anchorer.anchorUnchanged(annotation.selectors);
			if (outcome?.state === 'anchored') locate(annotation, outcome);
			return outcome?.state !== 'anchored';
		});
		if (moved.length === 0) return;
		const oldTexts = await readVersionTexts();
		for (const [fingerprint, { captured }] of oldTexts) readAt.set(fingerprint, captured);
		await new Promise<void>((resolve) => whenIdle(window, resolve));
		if (signal.aborted) return;
		const { start, end } = visibleSpan(window, text);
		const isNear = ({ selectors: { position } }: Annotation) => position.start < end && position.end > start;
		await anchorInSlices(
			anchorer,
			moved.map((annotation) => annotation.selectors),
			{
				budgetMs: SLICE_BUDGET_MS,
				now: () => performance.now(),
				schedule: (slice) => whenIdle(window, slice),
				signal,
				first: moved.flatMap((annotation, index) => (isNear(annotation) ? [index] : [])),
				versionTextOf: (index) => oldTexts.get(moved[index]?.version ?? '')?.text,
				onOutcome(index, outcome) {
					const asked = moved[index];
					const current = asked && shown.get(asked.id)?.annotation;
					// Its bounds may have been moved meanwhile: the answer is about other words then.
					if (asked !== undefined && current !== undefined && samePlace(current, asked)) locate(current, outcome);
				},
			},
		);
	}

	function remove(id: string): void {
		shown.delete(id);
		painter.erase([id]);
		restack();
	}

	function replace(annotation: Annotation): void {
		const before = shown.get(annotation.id);
		shown.set(annotation.id, { ...before, annotation });
		paint(annotation.id);
	}

	return {
		async reconcile(annotations, readOldTexts = readVersionTexts) {
			readVersionTexts = readOldTexts;
			const present = new Set(annotations.map(({ id }) => id));
			for (const id of [...shown.keys()]) if (!present.has(id)) remove(id);
			const unplaced: Annotation[] = [];
			for (const annotation of annotations) {
				const before = shown.get(annotation.id);
				if (before?.outcome !== undefined && samePlace(before.annotation, annotation)) {
					replace(annotation);
				} else {
					shown.set(annotation.id, { annotation });
					unplaced.push(annotation);
				}
			}
			if (unplaced.length > 0) await anchorAll(unplaced);
		},
		show: locate,
		replace,
		preview(id, place) {
			previewed = place && { id, range: staticRange(text.rangeOf(place.start, place.end)) };
			paint(id);
		},
		remove,
		async relocate(newText) {
			running.abort();
			running = new AbortController();
			const sameText = newText.text === text.text;
			text = newText;
			if (!sameText) anchorer = createAnchorer(text);
			const entries = [...shown.values()];
			if (!sameText) return anchorAll(entries.map(({ annotation }) => annotation));
			const unplaced: Annotation[] = [];
			for (const { annotation, outcome } of entries) {
				if (outcome === undefined) unplaced.push(annotation);
				else locate(annotation, outcome);
			}
			if (unplaced.length > 0) await anchorAll(unplaced);
		},
		get: (id) => shown.get(id),
		inReadingOrder: () => [...shown.values()].sort((a, b) => compareByPosition(a.annotation, b.annotation)),
		outcomes() {
			const known = [...shown].flatMap(([id, { outcome }]) => (outcome ? [[id, outcome.state] as const] : []));
			return Object.fromEntries(known);
		},
		nearest() {
			const known = [...shown].flatMap(([id, { outcome }]) => {
				if (outcome?.state !== 'orphan' || outcome.nearest === undefined) return [];
				const { start, end } = nearestPlace(text.text, outcome.nearest);
				return [[id, text.text.slice(start, end)] as const];
			});
			return Object.fromEntries(known);
		},
		changes() {
			const changed = [...shown].flatMap(([id, { outcome, origin }]) =>
				outcome?.state === 'changed' && origin !== undefined ? [{ id, outcome, origin }] : [],
			);
			const told = changed.map(({ id, outcome, origin }, index): [string, PassageChange] => {
				const isShort = outcome.end - outcome.start <= LONGEST_TOLD;
				const differences = index < MOST_CHANGES && isShort ? abridged(outcome.differences) : undefined;
				return [id, { ...origin, ...(differences && { differences }) }];
			});
			return Object.fromEntries(told);
		},
		stop() {
			running.abort();
			shown.clear();
			painter.stop();
		},
	};
}

export function passageOf({ annotation }: ShownAnnotation, range: AbstractRange): Passage {
	return { id: annotation.id, color: annotation.color, style: annotation.style, range };
}

function samePlace(a: Annotation, b: Annotation): boolean {
	return JSON.stringify(a.selectors) === JSON.stringify(b.selectors);
}
