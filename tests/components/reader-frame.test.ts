import { h } from 'preact';
import { expect, test, vi } from 'vitest';
import { ReaderFrame } from '../../components/reader/reader-frame.tsx';
import { shown } from './shown.ts';

test('signs between the facts of an article stand outside of each, whichever way it runs', () => {
	const { root } = shown(
		h(ReaderFrame, {
			facts: { title: 'بازگشایی', dir: 'rtl', section: 'فرهنگ', byline: 'A. Writer' },
			...{ captured: '2026-11-20T09:00:00.000Z', minutes: 3, isOnRfi: true, versions: [], compared: undefined },
			look: { theme: 'auto', font: 'serif', size: 4 } as never,
			...{ chooseLook: vi.fn(), print: vi.fn(), compare: vi.fn(), copyRecord: vi.fn() },
		}),
	);
	const facts = [...root.querySelectorAll('.byline > *')];
	expect(facts.map(({ textContent }) => textContent)).toEqual(['فرهنگ', 'A. Writer', 'About 3 minutes to read']);
	expect(
		facts.every(({ tagName, firstElementChild }) => tagName === 'SPAN' && firstElementChild?.tagName === 'BDI'),
	).toBe(true);
});
