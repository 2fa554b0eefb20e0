import { h } from 'preact';
import { expect, test } from 'vitest';
import { QueryChips } from '../../components/library/query-chips.tsx';
import { shown } from './shown.ts';

test('whoever takes conditions away one by one goes on with the next, and after the last with the searchbox', () => {
	let query = ['fr', 'fr', 'cn'];
	const chips = () =>
		query.map((label, index) => ({
			...{ at: 10 * index, label, isExcluded: false },
			remove: () => {
				query = query.filter((_, one) => one !== index);
			},
		}));
	const view = () => [h('input', { type: 'search' }), h(QueryChips, { chips: chips() })];
	const { root, show, click } = shown(view());
	const focused = () => root.ownerDocument.activeElement!;
	const left = () => [...root.querySelectorAll('button')];
	left()[2]!.focus();
	for (const [count, index] of [
		[2, 1],
		[1, 0],
	] as const) {
		click(focused());
		show(view());
		expect(left()).toHaveLength(count);
		expect(left().indexOf(focused() as HTMLButtonElement)).toBe(index);
	}
	click(focused());
	show(view());
	expect(focused().getAttribute('type')).toBe('search');
});
