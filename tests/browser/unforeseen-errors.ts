import { readEntries } from '../../utils/domain/diagnostic-log.ts';
import type { RunningBrowser } from './running-browser.ts';

/** The little of the extension API that is asked from one of its pages. */
declare const chrome: {
	readonly storage: { readonly local: { get(key: string): Promise<Record<string, unknown>> } };
};

/**
 * What En marge wrote down of errors that nobody had foreseen, a line each; faults are foreseen. Undefined where the browser
 * could not be asked.
 */
export async function unforeseenErrors(
	browser: Pick<RunningBrowser, 'openExtensionPage'>,
): Promise<string[] | undefined> {
	try {
		const page = await browser.openExtensionPage('options.html');
		const { diagnosticLog } = await page.evaluate(() => chrome.storage.local.get('diagnosticLog'));
		return readEntries(diagnosticLog)
			.filter(({ what }) => !what.startsWith('Fault'))
			.map(({ place, what }) => `${place}: ${what}`);
	} catch {
		return undefined;
	}
}
