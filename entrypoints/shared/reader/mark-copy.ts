import type { Annotation } from '../../../utils/domain/annotation.ts';

/** An annotation with the place where it is drawn, and the number it is told by; none where it has nothing to tell. */
export interface PrintedPassage {
	readonly annotation: Annotation;
	readonly range: AbstractRange;
	readonly number: string;
	/** What stands in the margin beside the passage. */
	readonly beside: Node | undefined;
}

/** Code units [start, end) of one text node that belong to a passage. */
interface Stretch {
	readonly passage: PrintedPassage;
	readonly start: number;
	readonly end: number;
	readonly isFirst: boolean;
	readonly isLast: boolean;
}

/**
 * A copy of an element with `mark` elements around the passages. Where passages overlap, the marks stand in each other.
 * The element itself stays as it is: what is drawn on its text nodes, and looked for in them, is not disturbed.
 */
export function markedCopy(root: HTMLElement, passages: readonly PrintedPassage[]): HTMLElement {
	const copy = root.cloneNode(true) as HTMLElement;
	const originals = textsIn(root);
	const indexOf = new Map(originals.map((text, index) => [text as Node, index]));
	const stretches = new Map<number, Stretch[]>();
	for (const passage of passages) {
		const { startContainer, startOffset, endContainer, endOffset } = passage.range;
		const [first, last] = [indexOf.get(startContainer), indexOf.get(endContainer)];
		if (first === undefined || last === undefined) continue;
		for (let index = first; index <= last; index++) {
			const { data } = originals[index]!;
			const [isFirst, isLast] = [index === first, index === last];
			const [start, end] = [isFirst ? startOffset : 0, isLast ? endOffset : data.length];
			if (!isFirst && !isLast && !/\S/.test(data)) continue;
			stretches.set(index, [...(stretches.get(index) ?? []), { passage, start, end, isFirst, isLast }]);
		}
	}
	const texts = textsIn(copy);
	for (const [index, here] of stretches) texts[index]!.replaceWith(...piecesOf(texts[index]!.data, here));
	return copy;
}

function textsIn(root: HTMLElement): Text[] {
	const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
	const texts: Text[] = [];
	while (walker.nextNode()) texts.push(walker.currentNode as Text);
	return texts;
}

function piecesOf(data: string, stretches: readonly Stretch[]): Node[] {
	const cuts = new Set([0, data.length, ...stretches.flatMap(({ start, end }) => [start, end])]);
	const bounds = [...cuts].sort((a, b) => a - b);
	return bounds.slice(0, -1).flatMap((start, index) => {
		const end = bounds[index + 1]!;
		const around = stretches.filter((stretch) => stretch.start <= start && stretch.end >= end);
		const beside = around.flatMap(({ passage, isFirst, start: from }) =>
			isFirst && from === start && passage.beside ? [passage.beside] : [],
		);
		const references = around.flatMap(({ passage, isLast, end: to }) =>
			isLast && to === end && passage.number !== '' ? [element('sup', 'reference', passage.number)] : [],
		);
		const words = around.reduceRight<Node>(
			(inside, { passage: { annotation } }) => element('mark', `${annotation.color} ${annotation.style}`, inside),
			document.createTextNode(data.slice(start, end)),
		);
		return [...beside, words, ...references];
	});
}

/** An element with a class and something in it; text goes in as text. */
export function element(tag: string, className: string, ...inside: readonly (Node | string)[]): HTMLElement {
	const made = document.createElement(tag);
	made.className = className;
	made.append(...inside);
	return made;
}
