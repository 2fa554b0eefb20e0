import { describe } from '../../../utils/anchoring/describe.ts';
import type { Annotation } from '../../../utils/domain/annotation.ts';
import { mergedContent } from '../../../utils/domain/merged-content.ts';
import type { ShownAnnotation } from '../page/annotations-view.ts';
import { articleUnits } from './article-units.ts';
import { type PlacedAnnotation, placedAnnotations } from './placed-annotations.ts';
import { textOffset } from './text-offset.ts';
import type { PassageCommands, ReadingCursor } from './tools.ts';
import type { PageToolsHost } from './tools-host.ts';

export function createPassageCommands(host: PageToolsHost, cursor: ReadingCursor): PassageCommands {
	const { view, card, acts, twin, ui } = host;

	function own(): PlacedAnnotation[] {
		// What is not stored yet may still fail, and would take with it what it was made one with.
		const isStored = ({ version }: Annotation): boolean => version !== '';
		return placedAnnotations(view).filter(
			({ annotation }) => isStored(annotation) && twin.editionOf(annotation) === undefined,
		);
	}

	function opened(): PlacedAnnotation | undefined {
		return own().find(({ annotation }) => annotation.id === card.openId);
	}

	/** The annotations that make one stretch with the given one, it among them. */
	function stretch(of: PlacedAnnotation): PlacedAnnotation[] {
		const { text } = host.article().text;
		let run: PlacedAnnotation[] = [];
		let end = 0;
		for (const one of own()) {
			const isApart = one.start > end && /\S/.test(text.slice(end, one.start));
			if (isApart && run.some(({ annotation }) => annotation.id === of.annotation.id)) break;
			if (isApart) run = [];
			run.push(one);
			end = Math.max(end, one.end);
		}
		return [of, ...run.filter(({ annotation }) => annotation.id !== of.annotation.id)];
	}

	function others(): PlacedAnnotation[] {
		const one = opened();
		return one === undefined ? [] : stretch(one).slice(1);
	}

	function restore(entries: readonly ShownAnnotation[]): void {
		for (const { annotation, outcome } of entries) if (outcome !== undefined) view.show(annotation, outcome);
	}

	function merge(): void {
		const one = opened();
		const rest = others();
		const all = one === undefined ? [] : [one, ...rest];
		const start = Math.min(...all.map((part) => part.start));
		const end = Math.max(...all.map((part) => part.end));
		const selectors = rest.length === 0 ? undefined : describe(host.article().text, { start, end });
		if (one === undefined || selectors === undefined) return;
		const { id } = one.annotation;
		// Closed first: its words are handed in, and it opens again with all of them.
		card.close();
		const before = [one, ...rest].flatMap((part) => view.get(part.annotation.id) ?? []);
		const [kept, ...gone] = before.map(({ annotation }) => annotation);
		if (kept === undefined) return;
		acts.perform({
			on: kept,
			others: gone,
			show(at) {
				for (const annotation of gone) view.remove(annotation.id);
				const { position } = selectors;
				const merged = { ...kept, ...mergedContent(kept, gone), selectors, modified: at };
				view.show(merged, { state: 'anchored', start: position.start, end: position.end });
			},
			takeBack: () => restore(before),
			takeBackOthers: () => restore(before.slice(1)),
			send: (place) =>
				host.send('mergeAnnotations', { id, others: gone.map((annotation) => annotation.id), selectors, ...place }),
		});
		ui.announce({ kind: 'merged' });
		card.open(id, false);
	}

	/** Where the reader clicked, or where the cursor stands, in the passage: at the nearest edge of a word. */
	function splitPlace(): number | undefined {
		const one = opened();
		for (const at of [clicked(), cursor.span?.start]) {
			if (one === undefined || at === undefined) continue;
			const word = articleUnits(host.article()).at('word', at);
			const place = word === undefined ? at : at - word.start <= word.end - at ? word.start : word.end;
			if (place > one.start && place < one.end) return place;
		}
		return undefined;
	}

	function clicked(): number | undefined {
		const range = card.clickedAt;
		return range && textOffset(host.article().text, range.startContainer, range.startOffset, 'after');
	}

	return {
		mergeable: () => others().length,
		merge,
		splitWords() {
			const at = splitPlace();
			if (at === undefined) return undefined;
			const units = articleUnits(host.article());
			const first = units.after('word', at);
			return first && host.article().text.text.slice(first.start, units.after('word', first.end)?.end ?? first.end);
		},
		split() {
			const one = opened();
			const at = splitPlace();
			if (one === undefined || at === undefined) return;
			const { text } = host.article();
			const first = describe(text, { start: one.start, end: at });
			const second = describe(text, { start: at, end: one.end });
			if (first === undefined || second === undefined) return;
			card.close();
			const entry = view.get(one.annotation.id);
			if (entry === undefined) return;
			const { annotation: on, outcome } = entry;
			const secondId = host.newId();
			const place = ({ position: { start, end } }: typeof first) => ({ state: 'anchored', start, end }) as const;
			acts.perform({
				on,
				show(at) {
					view.show({ ...on, selectors: first, modified: at }, place(first));
					const other = { ...on, id: secondId, note: '', selectors: second, created: at, modified: at };
					view.show(other, place(second));
				},
				takeBack() {
					view.remove(secondId);
					if (outcome !== undefined) view.show(on, outcome);
				},
				takeBackOthers: () => view.remove(secondId),
				send: (copy) => host.send('splitAnnotation', { id: on.id, secondId, selectors: first, second, ...copy }),
			});
			ui.announce({ kind: 'split' });
		},
	};
}
