import { beforeEach, expect, test, vi } from 'vitest';

const { tabs } = vi.hoisted(() => ({ tabs: { query: vi.fn(), sendMessage: vi.fn() } }));
vi.mock('wxt/browser', () => ({ browser: { tabs } }));

import { notifyTabs, notifyTabsOfMany } from '../../entrypoints/shared/notify-tabs.ts';

beforeEach(() => {
	tabs.query.mockReset().mockResolvedValue([{ id: 1 }, {}, { id: 2 }]);
	tabs.sendMessage.mockReset().mockResolvedValue({ ok: true });
});

const told = () => tabs.sendMessage.mock.calls.map(([tab, { request }]) => [tab, request]);

test('every tab but the one it comes from is told of an article', async () => {
	await notifyTabs('a', 2);
	expect(told()).toEqual([[1, { articleId: 'a' }]]);
});

test('a few articles are named to every tab, each once', async () => {
	await notifyTabsOfMany(['a', 'b', 'a']);
	expect(told().map(([tab, { articleId }]) => `${tab}${articleId}`)).toEqual(['1a', '2a', '1b', '2b']);
	tabs.sendMessage.mockClear();
	await notifyTabsOfMany([]);
	expect(told()).toEqual([]);
});

test('of thousands of articles every tab is told once, whichever it shows', async () => {
	await notifyTabsOfMany(Array.from({ length: 10_000 }, (_, n) => `article ${n}`));
	expect(told()).toEqual([
		[1, {}],
		[2, {}],
	]);
});
