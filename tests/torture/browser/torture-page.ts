import type { Page } from 'puppeteer-core';
import type { Session } from '../../browser/open-session.ts';
import { waitUntil } from '../../browser/wait-until.ts';
import type { TortureAct } from '../acts.ts';
import { type Rows, unpackRows } from '../rows.ts';
import type { RequestFault } from './fault-script.ts';
import type { Torture } from './page.ts';
import { TORTURE_PAGE } from './torture-extension.ts';

/** Exists in the page only. */
declare const torture: Torture;
declare const tortureFault: (fault: RequestFault | undefined) => void;
interface Api {
	readonly runtime: { sendMessage(message: unknown): Promise<unknown> };
}
declare const chrome: Api;
declare const browser: Api | undefined;

/** The page that acts, from this side. */
export type TorturePage = ReturnType<typeof torturePage>;

export async function openTorturePage(session: Session): Promise<TorturePage> {
	const page = await session.openExtensionPage(TORTURE_PAGE);
	await waitUntil('the page of the torture', () => page.evaluate(() => typeof torture === 'object'));
	return torturePage(page);
}

function torturePage(page: Page) {
	return {
		page,
		/** Another document in the same tab. Navigation by the protocol is not answered for pages of an extension, in Firefox. */
		async leave(): Promise<void> {
			const before = await page.evaluate(() => performance.timeOrigin);
			await page.evaluate(() => location.reload()).catch(() => undefined);
			await waitUntil('the next document', () =>
				page.evaluate((origin) => performance.timeOrigin !== origin && typeof torture === 'object', before),
			);
		},
		begin: (act: TortureAct) => page.evaluate((text) => torture.begin(text), JSON.stringify(act)),
		beginBackup: (n: number) => page.evaluate((number) => torture.beginBackup(number), n),
		beginOpening: (way: 'message' | 'page') => page.evaluate((one) => torture.beginOpening(one), way),
		toldSoFar: async () => (await page.evaluate(() => torture.toldSoFar() ?? null)) ?? undefined,
		outcome: () => page.evaluate(() => torture.outcome()),
		async rows(): Promise<{ readonly rows: Rows; readonly version: number }> {
			const { rows, version } = await page.evaluate(() => torture.rows());
			return { rows: unpackRows(rows), version };
		},
		integrity: () => page.evaluate(() => torture.integrity()),
		clear: () => page.evaluate(() => torture.clear()),
		plant: (version: number, rows: string) =>
			page.evaluate((number, text) => torture.plant(number, text), version, rows),
		backups: () => page.evaluate(() => torture.backups()),
		/** Tells what is to befall the page, and the background; nothing any more where nothing is given. */
		setFault: (fault?: RequestFault) =>
			page.evaluate(async (next) => {
				tortureFault(next ?? undefined);
				const api = typeof browser === 'undefined' ? chrome : browser;
				await api.runtime.sendMessage({ tortureFault: next });
			}, fault ?? null),
	};
}
