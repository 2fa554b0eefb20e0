import { h } from 'preact';
import { expect, test } from 'vitest';
import { Textless } from '../../components/reader/textless.tsx';
import type { Annotation } from '../../utils/domain/annotation.ts';
import { shown } from './shown.ts';

const facts = { title: 'باغ', lang: 'fa', dir: 'rtl' } as const;
const annotation = (id: string, exact: string, changes: Partial<Annotation> = {}) =>
	({ id, color: 'blue', note: '', tags: [], selectors: { quote: { exact } }, ...changes }) as unknown as Annotation;
const WAYS = [['Open on rfi.fr', 'https://www.rfi.fr/fa/1']] as const;

test('of an article without a text its title, its passages, notes and tags are read', () => {
	const annotations = [
		annotation('a', 'the first words', { note: '**mine**', tags: ['water'] }),
		annotation('b', 'others'),
	];
	const { root } = shown(h(Textless, { facts, annotations, ways: WAYS }));
	const title = root.querySelector('h1');
	expect([title?.textContent, title?.lang, title?.dir]).toEqual(['باغ', 'fa', 'rtl']);
	expect([...root.querySelectorAll('blockquote')].map(({ textContent }) => textContent)).toEqual([
		'the first words',
		'others',
	]);
	expect(root.querySelector('li strong')?.textContent).toBe('mine');
	expect(root.querySelector('.tags')?.textContent).toBe('water');
	expect(root.textContent).toContain('Only annotations of this article were brought in');
	expect(root.querySelector('a')?.getAttribute('href')).toBe('https://www.rfi.fr/fa/1');
});

test('where nothing is annotated either, nobody speaks of annotations', () => {
	const { root } = shown(h(Textless, { facts, annotations: [], ways: WAYS }));
	expect(root.querySelector('.why')?.textContent).toBe(
		'The text of this article is not kept here yet. It is kept once you open the page.',
	);
	expect(root.querySelector('ul')).toBeNull();
});
