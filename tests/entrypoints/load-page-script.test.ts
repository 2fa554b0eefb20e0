import { beforeEach, expect, test, vi } from 'vitest';

const { scripting, tabs } = vi.hoisted(() => ({
	scripting: { insertCSS: vi.fn(), executeScript: vi.fn() },
	tabs: { get: vi.fn() },
}));
vi.mock('wxt/browser', () => ({ browser: { scripting, tabs } }));

import { loadAskedScript } from '../../entrypoints/shared/load-page-script.ts';

beforeEach(() => {
	scripting.insertCSS.mockReset().mockResolvedValue(undefined);
	scripting.executeScript.mockReset().mockResolvedValue([]);
	tabs.get.mockReset().mockResolvedValue({ id: 3 });
});

test('a script of ours is put into the page that asked, and no other is', async () => {
	await loadAskedScript(3, 'interface');
	expect(scripting.executeScript.mock.calls).toEqual([
		[{ target: { tabId: 3, frameIds: [0] }, files: ['/page-interface.js'], injectImmediately: true }],
	]);
	await expect(loadAskedScript(3, 'constructor' as 'interface')).rejects.toThrow('invalid');
});

test('a page that lets none in is told of, one that was closed meanwhile is not', async () => {
	const refusal = new Error('Cannot access contents of the page');
	scripting.executeScript.mockRejectedValue(refusal);
	await expect(loadAskedScript(3, 'annotator')).rejects.toBe(refusal);
	tabs.get.mockRejectedValue(new Error('No tab with id: 3'));
	await expect(loadAskedScript(3, 'annotator')).resolves.toBeUndefined();
});
