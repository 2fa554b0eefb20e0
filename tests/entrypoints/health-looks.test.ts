import { h } from 'preact';
import { expect, test, vi } from 'vitest';
import type { ViewContext } from '../../entrypoints/library/view-context.ts';
import { shown } from '../components/shown.ts';

vi.mock('wxt/browser', () => {
	const runtime = { getURL: () => 'moz-extension://x/', getManifest: () => ({ version: '1.0' }) };
	return { browser: { runtime, storage: { local: { get: async () => ({}) } } } };
});
vi.mock('../../entrypoints/library/storage-state.ts', () => ({ readStorageState: async () => ({ isKept: true }) }));

import { HealthView } from '../../entrypoints/library/health-view.tsx';

test('the index is looked at once at a time, and once more where it changed meanwhile', async () => {
	let looks = 0;
	let most = 0;
	let begun = 0;
	let isBroken = false;
	const watchers = new Set<() => void>();
	async function later<T>(answer: T): Promise<T> {
		await new Promise((resolve) => setTimeout(resolve, 5));
		if (isBroken) throw new Error('broken');
		return answer;
	}
	const index = {
		async ask() {
			begun++;
			most = Math.max(most, ++looks);
			return await later({ articles: 1, annotations: 2, pending: 0, bytes: 3, isRebuilding: false }).finally(() => {
				if (isBroken) looks--;
			});
		},
		async search({ kind, query }: { kind: string; query: string }) {
			const answer = await later({ total: 3 });
			if (kind === 'annotation' && query === 'is:orphan') looks--;
			return answer;
		},
		watch(changed: () => void) {
			watchers.add(changed);
			return () => watchers.delete(changed);
		},
	};
	const change = () => {
		for (const watcher of watchers) watcher();
	};
	vi.stubGlobal('navigator', { userAgent: 'A browser' });
	const fail = vi.fn();
	const context = { store: { observe: () => () => {} }, index, fail } as unknown as ViewContext;
	const { root } = shown(h(HealthView, context));
	await vi.waitFor(() => expect(begun).toBe(1));
	for (let times = 0; times < 5; times++) change();
	await vi.waitFor(() => expect(root.textContent).toContain('Passages no longer in their article: 3'));
	await vi.waitFor(() => expect([begun, looks]).toEqual([2, 0]));
	expect(most).toBe(1);
	expect(fail.mock.calls).not.toContainEqual(['unreachable']);

	isBroken = true;
	change();
	await vi.waitFor(() => expect(fail).toHaveBeenLastCalledWith('unreachable'));
	isBroken = false;
	change();
	await vi.waitFor(() => expect(fail).toHaveBeenLastCalledWith(undefined));
});
