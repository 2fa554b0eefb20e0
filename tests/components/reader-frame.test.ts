import { h } from 'preact';
import { expect, test, vi } from 'vitest';
import { ReaderFrame } from '../../components/reader/reader-frame.tsx';
import { shown } from './shown.ts';

const FRAME = {
	facts: { title: 'Le puits', dir: 'ltr' },
	...{ isOnRfi: true, isInTrash: false, versions: [], compared: undefined },
	look: { theme: 'auto', font: 'serif', size: 4 },
	...{ chooseLook: vi.fn(), print: vi.fn(), compare: vi.fn(), copyRecord: vi.fn() },
} as never as Parameters<typeof ReaderFrame>[0];

test('an article in the trash is said to be there, with the way to it', () => {
	const { root } = shown(h(ReaderFrame, { ...FRAME, isInTrash: true }));
	const told = root.querySelector('.in-trash');
	expect(told?.textContent).toBe('This article is in the trash. Trash');
	expect(told?.querySelector('a')?.getAttribute('href')).toBe('library.html?view=trash');
	expect(shown(h(ReaderFrame, FRAME)).root.querySelector('.in-trash')).toBeNull();
});

test('signs between the facts of an article stand outside of each, whichever way it runs', () => {
	const { root } = shown(
		h(ReaderFrame, {
			...FRAME,
			facts: { title: 'بازگشایی', dir: 'rtl', section: 'فرهنگ', byline: 'A. Writer' },
			...{ captured: '2026-11-20T09:00:00.000Z', minutes: 3 },
		}),
	);
	const facts = [...root.querySelectorAll('.byline > *')];
	expect(facts.map(({ textContent }) => textContent)).toEqual(['فرهنگ', 'A. Writer', 'About 3 minutes to read']);
	expect(
		facts.every(({ tagName, firstElementChild }) => tagName === 'SPAN' && firstElementChild?.tagName === 'BDI'),
	).toBe(true);
});
