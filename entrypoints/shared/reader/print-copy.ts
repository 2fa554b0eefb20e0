import { h, render } from 'preact';
import { NoteText } from '../../../components/annotation/note-text.tsx';
import { readableAddress } from '../../../components/reader/readable-address.ts';
import type { Annotation } from '../../../utils/domain/annotation.ts';
import type { Color } from '../../../utils/domain/color.ts';
import type { ShownAnnotation } from '../page/annotations-view.ts';
import { element, markedCopy, type PrintedPassage } from './mark-copy.ts';

export interface Printed {
	/** The article root as it stands. */
	readonly root: HTMLElement;
	/** In reading order. */
	readonly shown: readonly ShownAnnotation[];
	/** Section, author, day, as they stand above the article. */
	readonly byline: Element | null;
	/** The reader's note on the article as a whole; empty where there is none. */
	readonly note: string;
	/** Where the article is from, and when this version was read. */
	readonly origin: readonly string[];
	readonly labelOf: (color: Color) => string;
	readonly formatNumber: (number: number) => string;
	readonly words: { readonly orphans: string; readonly notes: string };
}

/**
 * What goes on paper: the article with its passages marked, each note in the margin beside its passage and, for paper too
 * narrow for a margin, once more below by its number; then the passages that are gone, and where all this is from.
 */
export function printCopy({ root, shown, byline, note, origin, labelOf, formatNumber, words }: Printed): HTMLElement {
	const hasWords = ({ note, tags }: Annotation): boolean => note !== '' || tags.length > 0;
	const numbered = shown.filter(({ annotation, range }) => range !== undefined && hasWords(annotation));
	const entry = (tag: string, annotation: Annotation, ...before: Node[]): HTMLElement => {
		const about = [labelOf(annotation.color), ...annotation.tags.map((name) => `#${name}`)].join(' · ');
		const said = annotation.note === '' ? [] : [written(annotation.note)];
		const kind = tag === 'span' ? 'margin' : 'entry';
		return element(tag, `${kind} ${annotation.color}`, ...before, ...said, element('span', 'meta', about));
	};
	const numberOf = (one: ShownAnnotation): string => {
		const index = numbered.indexOf(one);
		return index < 0 ? '' : formatNumber(index + 1);
	};
	const passages = shown.flatMap((one): PrintedPassage[] => {
		if (one.range === undefined) return [];
		const number = numberOf(one);
		const beside = number === '' ? undefined : entry('span', one.annotation, element('b', 'reference', `${number} `));
		return [{ annotation: one.annotation, range: one.range, number, beside }];
	});
	const article = markedCopy(root, passages);
	if (note !== '') {
		const aside = element('aside', 'article-note', written(note));
		const header = article.querySelector('header, h1');
		if (header === null) article.prepend(aside);
		else header.after(aside);
	}
	const gone = shown.filter(({ outcome }) => outcome?.state === 'orphan').map(({ annotation }) => annotation);
	return element(
		'div',
		'print',
		...(byline === null ? [] : [byline.cloneNode(true)]),
		article,
		...section(
			'notes',
			words.notes,
			numbered.map((one) => entry('div', one.annotation, reference(numberOf(one)))),
		),
		...section(
			'gone',
			words.orphans,
			gone.map((annotation) => entry('div', annotation, quoteOf(annotation))),
		),
		element('footer', 'end', ...origin.map((line) => element('p', '', readableAddress(line)))),
	);
}

function section(className: string, title: string, entries: readonly Node[]): Node[] {
	return entries.length === 0 ? [] : [element('section', className, element('h2', '', title), ...entries)];
}

const reference = (number: string): Node => element('b', '', `${number} `);

function quoteOf({ selectors }: Annotation): Node {
	return element('q', '', selectors.quote.exact);
}

/** A note as its Markdown means it. What a link leads to, paper has to say in words. */
function written(note: string): HTMLElement {
	const words = element('div', 'words');
	render(h(NoteText, { note }), words);
	for (const link of words.querySelectorAll('a')) {
		const address = readableAddress(link.href.replace(/^mailto:/, ''));
		const isSaid = [link.href, address].some((spelling) => spelling === link.textContent);
		if (!isSaid) link.after(` (${address})`);
	}
	return words;
}
