import { h } from 'preact';
import { act } from 'preact/test-utils';
import { describe, expect, test } from 'vitest';
import { ExportMenu } from '../../components/panel/export-menu.tsx';
import type { ExportSaved } from '../../components/panel/export-run.ts';
import { shown } from './shown.ts';

/** The menu, opened, of which a download ends as told. */
function opened(download: () => Promise<ExportSaved | undefined>) {
	const actions = { copyExport: async () => {}, downloadExport: download };
	const view = shown(h(ExportMenu, { disabled: false, actions }));
	view.click(view.control('Export'));
	return {
		async press(words: string): Promise<string | null | undefined> {
			await act(async () => {
				view.control(words).click();
				await new Promise((done) => setTimeout(done));
			});
			return view.root.querySelector('[role="status"]')?.textContent;
		},
	};
}

describe('what becomes of an export is told where it is asked for', () => {
	const fileName = '2026-11-23-标题.md';

	test('the name of the file, kept together where the line runs from right to left', async () => {
		const { press } = opened(async () => ({ fileName, isEmpty: false }));
		expect(await press('Download')).toBe(`Saved: \u2068${fileName}\u2069`);
	});

	test('that there is nothing in it', async () => {
		const { press } = opened(async () => ({ fileName, isEmpty: true }));
		expect(await press('Download')).toBe(`Saved: \u2068${fileName}\u2069 There is no annotation in it.`);
	});

	test('nothing where nothing was saved, for the article went meanwhile', async () => {
		const { press } = opened(async () => undefined);
		expect(await press('Download')).toBe('');
	});

	test('a failure, and success after it', async () => {
		const { press } = opened(() => Promise.reject(new Error('no')));
		expect(await press('Download')).toContain('did not answer');
		expect(await press('Copy')).toBe('Copied.');
	});
});
