import { browser } from 'wxt/browser';
import { type OwnStyle, storedOwnStyle } from '../../utils/exchange/own-style.ts';

const KEY = 'ownCitationStyle';

/** The style of references that the reader brought; undefined where there is none. On this machine alone, as the template is. */
export async function loadOwnStyle(): Promise<OwnStyle | undefined> {
	try {
		const stored = await browser.storage.local.get(KEY);
		return storedOwnStyle(stored[KEY]);
	} catch {
		return undefined;
	}
}

/** Keeps a style in the place of the one before; none where it is undefined. Rejects where the browser refuses. */
export async function saveOwnStyle(style: OwnStyle | undefined): Promise<void> {
	if (style === undefined) await browser.storage.local.remove(KEY);
	else await browser.storage.local.set({ [KEY]: style });
}

/** Tells of every change from here on, wherever it was made. */
export function watchOwnStyle(next: (style: OwnStyle | undefined) => void): void {
	browser.storage.onChanged.addListener((changes, area) => {
		if (area === 'local' && changes[KEY] !== undefined) next(storedOwnStyle(changes[KEY].newValue));
	});
}
