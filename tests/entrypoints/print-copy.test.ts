import { JSDOM } from 'jsdom';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Printed, printCopy } from '../../entrypoints/shared/reader/print-copy.ts';
import type { Annotation } from '../../utils/domain/annotation.ts';

beforeAll(() => {
	const { window } = new JSDOM('<!doctype html><article><p>Apples and pears.</p></article>');
	const { document, NodeFilter } = window;
	Object.assign(globalThis, { document, NodeFilter });
});

const NOTE = '# Fruit\n\nof *two* kinds, see [the list](https://example.org/list), `<b>`\n\n- apples\n- pears';

/** The article on paper, with a note on its first word, one on words that are gone, and one on the whole. */
function printed(note: string): HTMLElement {
	const root = document.querySelector('article')!;
	const text = root.querySelector('p')!.firstChild!;
	const range = { startContainer: text, startOffset: 0, endContainer: text, endOffset: 6 } as unknown as StaticRange;
	const annotation = (id: string): Annotation =>
		({ id, color: 'yellow', style: 'solid', note, tags: [], selectors: { quote: { exact: id } } }) as never;
	const given: Printed = {
		root,
		shown: [
			{ annotation: annotation('here'), outcome: { state: 'anchored', start: 0, end: 6 }, range },
			{ annotation: annotation('gone'), outcome: { state: 'orphan' } },
		],
		byline: null,
		...{ note, origin: [], labelOf: (color) => color, formatNumber: String },
		words: { orphans: 'Gone', notes: 'Notes' },
	};
	return printCopy(given);
}

describe('on paper', () => {
	it.each(['.margin', '.notes .entry', '.gone .entry', '.article-note'])(
		'a note stands as its Markdown means it: %s',
		(place) => {
			const words = printed(NOTE).querySelector(`${place} .words`);
			expect(words?.textContent).not.toContain('*');
			expect(words?.querySelector('.heading')?.textContent).toBe('Fruit');
			expect(words?.querySelector('em')?.textContent).toBe('two');
			expect([...(words?.querySelectorAll('li') ?? [])].map(({ textContent }) => textContent)).toEqual([
				'apples',
				'pears',
			]);
			expect(words?.querySelector('b')).toBeNull();
		},
	);

	it('a link says where it leads, where its words do not', () => {
		const saying = (note: string): string | undefined =>
			printed(note).querySelector('.article-note .words')?.textContent ?? undefined;
		expect(saying('see [the list](https://example.org/liste%C3%A9)')).toBe('see the list (https://example.org/listeé)');
		expect(saying('see https://example.org/list now')).toBe('see https://example.org/list now');
	});

	it('the number of a note leads to it', () => {
		const copy = printed('Words');
		expect(copy.querySelector('sup.reference')?.textContent).toBe('1');
		expect(copy.querySelector('.margin')?.textContent).toBe('1 Wordsyellow');
		expect(copy.querySelector('.margin')?.nextElementSibling?.textContent).toBe('Apples');
	});
});
