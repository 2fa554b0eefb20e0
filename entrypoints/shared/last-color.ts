import { browser } from 'wxt/browser';
import { type Color, isColor } from '../../utils/domain/color.ts';

const KEY = 'lastColor';

/** The colour last used, shared by all pages. A convenience: failing to keep it is no fault. */
export const lastColorSetting = {
	async read(): Promise<Color | undefined> {
		try {
			const { [KEY]: color } = await browser.storage.local.get(KEY);
			return isColor(color) ? color : undefined;
		} catch {
			return undefined;
		}
	},
	async write(color: Color): Promise<void> {
		try {
			await browser.storage.local.set({ [KEY]: color });
		} catch {
			// The next highlight takes another colour; nothing else depends on it.
		}
	},
};
