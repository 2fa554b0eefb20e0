import { h } from 'preact';
import { expect, test, vi } from 'vitest';
import { Trash } from '../../components/library/trash-view.tsx';
import type { Annotation } from '../../utils/domain/annotation.ts';
import type { Article } from '../../utils/domain/article.ts';
import { goesAt, type TrashEntry } from '../../utils/domain/trash.ts';
import { shown } from './shown.ts';

const NOW = '2026-11-22T12:00:00.000Z';
const article = { id: 'a', title: 'The orchard', dir: 'ltr' } as Article;
const deleted = '2026-11-22T10:00:00.000Z';
const annotation = (id: string, exact: string, when = deleted): TrashEntry => ({
	kind: 'annotation',
	id,
	article,
	deleted: when,
	goes: goesAt(when),
	annotation: { color: 'blue', note: 'why?', selectors: { quote: { exact } } } as Annotation,
});
const whole: TrashEntry = {
	kind: 'article',
	id: 'a',
	article,
	deleted,
	goes: goesAt(deleted),
	annotations: 5,
	notes: 2,
};
const ENTRIES = [whole, annotation('b', 'the first words'), annotation('c', 'older words', '2026-11-01T10:00:00.000Z')];

function open(entries: readonly TrashEntry[] | undefined = ENTRIES) {
	const [restore, empty] = [vi.fn<(entries: readonly TrashEntry[]) => void>(), vi.fn()];
	const view = (now: readonly TrashEntry[] | undefined) =>
		h(Trash, { entries: now, now: NOW, restore, empty, steps: null });
	const page = shown(view(entries));
	return { ...page, restore, empty, view };
}

test('what was deleted stands under the day it goes on, and how far that is', () => {
	const { root } = open();
	expect([...root.querySelectorAll('.trash-day h3')].map(({ textContent }) => textContent)).toEqual([
		'Goes on December 22, 2026, in 30 days',
		'Goes on December 1, 2026, in 9 days',
	]);
	expect(root.querySelector('.trash-item')?.textContent).toContain('The orchard5 annotationsDeleted on Nov 22, 2026');
});

test('one thing is restored by its own button, and the focus goes to the next', () => {
	const { root, restore, show, view, click } = open();
	click(root.querySelectorAll('.trash-item > button')[1]);
	expect(restore.mock.calls).toEqual([[[ENTRIES[1]]]]);
	show(view([whole, ENTRIES[2]!]));
	expect(document.activeElement?.getAttribute('aria-label')).toBe('Restore — older words');
	click(root.querySelectorAll('.trash-item > button')[1]);
	click(root.querySelectorAll('.trash-item > button')[0]);
	show(view([]));
	expect(document.activeElement?.tagName).toBe('H2');
	expect(root.textContent).toContain('The trash is empty.');
});

test('what is selected is restored in one act', () => {
	const { root, restore, click, control } = open();
	const boxes = root.querySelectorAll<HTMLInputElement>('input[type=checkbox]');
	click(boxes[1]);
	click(boxes[3]);
	expect(boxes[0]?.indeterminate).toBe(true);
	click(control('Restore selected (2)'));
	expect(restore.mock.calls).toEqual([[[ENTRIES[0], ENTRIES[2]]]]);
	click(boxes[0]);
	click(control('Restore selected (3)'));
	expect(restore.mock.calls[1]).toEqual([ENTRIES]);
});

test('emptying asks once, and says what goes', () => {
	const { root, empty, click, control } = open();
	const dialog = root.querySelector('dialog')!;
	dialog.showModal = vi.fn();
	click(control('Empty trash…'));
	expect(dialog.showModal).toHaveBeenCalledOnce();
	expect([...dialog.querySelectorAll('li')].map(({ textContent }) => textContent)).toEqual([
		'1 article',
		'7 annotations',
		'4 notes',
	]);
	expect(empty).not.toHaveBeenCalled();
	click(control('Delete for ever'));
	expect(empty).toHaveBeenCalledOnce();
});

test('of very many things the first are shown, and more on request', () => {
	const many = Array.from({ length: 250 }, (_, index) => annotation(`x${index}`, `words ${index}`));
	const { root, click, control } = open(many);
	const items = () => root.querySelectorAll('.trash-item').length;
	expect(items()).toBe(100);
	click(control('Show more'));
	click(control('Show more'));
	expect(items()).toBe(250);
});

test('once the trash was emptied the focus is on its heading', () => {
	const { root, show, view, click } = open();
	root.querySelector<HTMLElement>('dialog .primary')?.focus();
	click(root.querySelector('dialog .primary'));
	show(view([]));
	expect(document.activeElement?.tagName).toBe('H2');
});
