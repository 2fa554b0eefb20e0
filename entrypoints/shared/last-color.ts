import { browser } from 'wxt/browser';
import { type Color, isColor } from '../../utils/domain/color.ts';

const KEY = 'lastColor';

/** The colour last used, shared by all pages. A convenience: failing to keep it is no fault. */
export const lastColorSetting = {
	async read(): Promise<Color | undefined> {
		const { [KEY]: color } = await browser.storage.local.get(KEY).catch(() => ({}) as Record<string, unknown>);
		return isColor(color) ? color : undefined;
	},
	write(color: Color): void {
		void browser.storage.local.set({ [KEY]: color }).catch(() => {});
	},
};
