import { h } from 'preact';
import { describe, expect, test, vi } from 'vitest';
import { Backup, type ExchangeState } from '../../components/library/backup-view.tsx';
import { shown } from './shown.ts';

const PLANNED: ExchangeState = {
	kind: 'planned',
	plan: { fileName: 'notes.json', outcomes: [], same: 2, troubles: [], hasArticles: true, hasSettings: false },
};

function world() {
	const acts = { save: vi.fn(), restore: vi.fn(), open: vi.fn(), write: vi.fn(), undo: vi.fn(), cancel: vi.fn() };
	const kept = [{ made: '2026-11-22T08:00:00.000Z', size: 2_000 }];
	const view = (state: ExchangeState) => h(Backup, { state, lastSaved: undefined, isDue: false, kept, ...acts });
	const page = shown(view({ kind: 'idle' }));
	return { ...page, acts, become: (state: ExchangeState) => page.show(view(state)) };
}

/** Where the keyboard is: never on the page as a whole. */
const focused = (): string | null | undefined =>
	document.activeElement === document.body ? 'nowhere' : document.activeElement?.textContent;

describe('whoever brings a file in by keyboard is always somewhere', () => {
	test('from what it would do over the work to what came of it, and back once that is undone', () => {
		const { control, click, become, acts } = world();
		control('Choose a file…').focus();
		become({ kind: 'working', done: 0 });
		become(PLANNED);
		expect(focused()).toContain('notes.json');
		control('Cancel').focus();
		become({ kind: 'working', done: 3 });
		expect(focused()).toContain('Articles done: 3');
		become({ kind: 'done', words: 'exchangeDone', canUndo: true, troubles: [] });
		expect(focused()).toContain('Brought in.');
		click(control('Undo'));
		expect(acts.undo).toHaveBeenCalledOnce();
		become({ kind: 'idle' });
		expect(focused()).toBe('Choose a file…');
	});

	test('back where it began when it is given up', () => {
		const { control, become } = world();
		control('Restore…').focus();
		become(PLANNED);
		control('Cancel').focus();
		become({ kind: 'idle' });
		expect(focused()).toBe('Restore…');
	});

	test('on the button again once a backup is saved', () => {
		const { control, become } = world();
		control('Save a backup').focus();
		become({ kind: 'working', done: 0 });
		become({ kind: 'idle' });
		expect(focused()).toBe('Save a backup');
	});
});

test('what cannot be undone says so by offering nothing', () => {
	const { control, become } = world();
	become({ kind: 'done', words: 'exchangeWhole', canUndo: false, troubles: [] });
	expect(() => control('Undo')).toThrow();
	expect(focused()).toContain('when the backup was saved');
});
