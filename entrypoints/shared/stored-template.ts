import { browser } from 'wxt/browser';
import { EXAMPLE_TEMPLATE, type ExportTemplate, readTemplate } from '../../utils/domain/export-template.ts';

const KEY = 'exportTemplate';

/** The reader's template, or the example. On this machine alone: what is synchronised may hold 8 kB at most. */
export async function loadTemplate(): Promise<ExportTemplate> {
	try {
		const stored = await browser.storage.local.get(KEY);
		return readTemplate(stored[KEY]) ?? EXAMPLE_TEMPLATE;
	} catch {
		return EXAMPLE_TEMPLATE;
	}
}

/** Keeps a template. Rejects where the browser refuses. */
export async function saveTemplate(template: ExportTemplate): Promise<void> {
	await browser.storage.local.set({ [KEY]: template });
}
