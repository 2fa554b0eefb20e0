import { h } from 'preact';
import { expect, test, vi } from 'vitest';
import type { HealthState } from '../../components/library/health-data.ts';
import { Health } from '../../components/library/health-view.tsx';
import type { Flaw } from '../../utils/domain/integrity.ts';
import { shown } from './shown.ts';

const WELL: HealthState = {
	storage: { used: 341_000_000, granted: 12_000_000_000, isKept: true, isRefused: false },
	lastBackup: '2026-11-20T08:00:00.000Z',
	changes: { articles: 0, passages: 0, orphans: 0 },
	index: { articles: 10_000, annotations: 100_000, pending: 0, bytes: 34_000_000, isRebuilding: false },
	check: { kind: 'none' },
	diagnostics: 'En marge 1.0',
};

function open(changes: Partial<HealthState> = {}) {
	const actions = {
		keepStorage: vi.fn(),
		rebuildIndex: vi.fn(),
		check: vi.fn(),
		repair: vi.fn(),
		copy: vi.fn(() => Promise.resolve()),
	};
	const page = shown(h(Health, { state: { ...WELL, ...changes }, actions }));
	const toLookAt = () => [...page.root.querySelectorAll('.look h3')].map(({ textContent }) => textContent);
	return { ...page, actions, toLookAt };
}

test('where all is well nothing is to be looked at', () => {
	const { root, toLookAt } = open();
	expect(toLookAt()).toEqual([]);
	expect(root.textContent).toContain('341 MB used of 12 GB');
	expect(root.textContent).toContain('Every passage stands as you annotated it.');
	expect(root.textContent).toContain('Up to date: 110,000 entries, 34 MB');
});

test('what is not known yet is neither well nor not', () => {
	const unknown = { storage: undefined, lastBackup: undefined, changes: undefined, index: undefined };
	const { root } = open(unknown);
	expect(root.querySelectorAll('.look, .well')).toHaveLength(0);
});

test('changes lead to what changed', () => {
	const { control, root, toLookAt } = open({ changes: { articles: 12, passages: 0, orphans: 3 } });
	expect(toLookAt()).toEqual(['Since you annotated']);
	expect(control('Changed articles: 12').getAttribute('href')).toBe('library.html?q=is%3Achanged');
	expect(control('Passages no longer in their article: 3').getAttribute('href')).toBe(
		'library.html?view=passages&q=is%3Aorphan',
	);
	expect(root.textContent).not.toContain('Changed passages');
});

test('where no backup was made, and the browser may clear what is stored, both are said, and it can be asked not to', () => {
	const { control, click, actions, root, toLookAt } = open({
		lastBackup: 'never',
		storage: { used: 1, granted: 2, isKept: false, isRefused: false },
	});
	expect(toLookAt()).toEqual(['Last backup', 'Storage']);
	click(control('Ask the browser to keep it'));
	expect(actions.keepStorage).toHaveBeenCalledOnce();
	expect(root.textContent).not.toContain('did not agree');
	expect(open({ storage: { isKept: false, isRefused: true } }).root.textContent).toContain('did not agree');
});

test('how far the index has come is told while it reads', () => {
	const index = { ...WELL.index!, pending: 1200, isRebuilding: true };
	const { root, control } = open({ index });
	expect(root.textContent).toContain('Still to be read: 1,200');
	expect(root.querySelector('progress')?.value).toBe(110_000);
	expect((control('Rebuild') as HTMLButtonElement).disabled).toBe(true);
});

const report = (...flaws: Flaw[]) => ({ articles: 10, annotations: 100, versions: 10, flaws });
const LOST: Flaw = { kind: 'without-article', count: 4, examples: ['a', 'b'] };

test('what does not fit is told with examples, and repaired on request', () => {
	const { root, control, click, actions, toLookAt } = open({ check: { kind: 'checked', report: report(LOST) } });
	expect(toLookAt()).toEqual(['Consistency']);
	expect(root.querySelector('details')?.textContent).toBe('Annotations whose article is missing: 4a\nb');
	click(control('Repair'));
	expect(actions.repair).toHaveBeenCalledOnce();
	click(control('Check now'));
	expect(actions.check).toHaveBeenCalledOnce();
});

test('what cannot be repaired is said to stay, and no word to be lost', () => {
	const { root, toLookAt } = open({
		check: { kind: 'repaired', repaired: 4, report: report({ ...LOST, kind: 'without-version' }) },
	});
	expect(toLookAt()).toEqual(['Consistency']);
	expect(root.textContent).toContain('Repaired: 4. None of your words were lost.');
	expect(root.textContent).toContain('nothing can bring back what is missing');
	expect(root.querySelector('button.primary')).toBeNull();
	expect(open({ check: { kind: 'repaired', repaired: 4, report: report() } }).root.textContent).toContain(
		'Everything fits together.',
	);
});

test('while it is being looked at nothing else can be begun', () => {
	const { control, root } = open({ check: { kind: 'checking', share: 0.25 } });
	expect((control('Check now') as HTMLButtonElement).disabled).toBe(true);
	expect(root.textContent).toContain('Working on it…');
	expect(root.querySelector('progress')?.value).toBe(0.25);
});

test('the diagnostics are copied as they stand there', async () => {
	const { control, click, actions, root } = open();
	click(control('Copy'));
	expect(actions.copy.mock.calls).toEqual([['En marge 1.0']]);
	await vi.waitFor(() => expect(root.textContent).toContain('Copied.'));
});
