import { h } from 'preact';
import { expect, test, vi } from 'vitest';
import { ExchangePlan, type PlanShown } from '../../components/library/exchange-plan.tsx';
import type { PartOutcome } from '../../utils/domain/part-outcome.ts';
import { shown } from './shown.ts';

const article: PartOutcome['article'] = { id: 'a', title: 'The orchard', dir: 'ltr' };
const unchanged = { article, isNew: false, added: 0, same: 0, updated: 0, kept: 0, versions: 0, note: false };
const EMPTY: PlanShown = {
	...{ fileName: 'file.json', outcomes: [], same: 0, troubles: [] },
	...{ hasArticles: false, hasSettings: false },
};

function plan(changes: Partial<PlanShown>) {
	return shown(h(ExchangePlan, { plan: { ...EMPTY, ...changes }, write: vi.fn(), cancel: vi.fn() })).root;
}

test('of a file in which nothing is nobody says that it is in the library already', () => {
	const root = plan({ troubles: [{ why: 'troubleJson', line: 3 }] });
	expect(root.textContent).toContain('There is nothing in it to bring in.');
	expect(root.textContent).not.toContain('already');
	expect(root.querySelector('details')?.open).toBe(true);
});

test('of a file whose articles are there just so it is said, with annotations or without', () => {
	for (const same of [0, 2]) {
		const root = plan({ same, hasArticles: true });
		expect(root.textContent).toContain('All of it is in your library already.');
	}
});

test('an article that would come without its text is told, in figures and by name', () => {
	const outcomes = [
		{ ...unchanged, isNew: true, added: 1 },
		{ ...unchanged, isNew: true, versions: 2 },
		{ ...unchanged, added: 1 },
	];
	const root = plan({ outcomes, hasArticles: true });
	const told = [...root.querySelectorAll('.exchange-figures div')].map(({ textContent }) => textContent);
	expect(told).toEqual(['New articles2', 'New annotations2', 'Texts of articles2', 'Articles without their text1']);
	const named = [...root.querySelectorAll('.exchange-articles li')].map(({ textContent }) => textContent);
	expect(named.map((one) => one?.includes('without their text'))).toEqual([true, false, false]);
});

test('a note on an article is told where it would come with the file', () => {
	const root = plan({ outcomes: [{ ...unchanged, note: true }], hasArticles: true });
	expect(root.querySelector('.exchange-articles')?.textContent).toBe('The orchardNote on the article');
	expect(root.querySelector('dl')?.textContent).toContain('Note on the article');
});
