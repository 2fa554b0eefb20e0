import type { Session } from '../browser/open-session.ts';
import { waitUntil } from '../browser/wait-until.ts';

/** Milliseconds looked at, and how much of a processor is used in them at most. */
const LOOKED_AT_MS = 2000;
const MOST_SHARE = 0.05;
const LIMIT_MS = 300_000;

/**
 * Resolves once Chromium has nothing left to do: where many rows were written its database goes on tidying them for a while,
 * and no reader opens a library the moment after.
 */
export async function atRest({ browser }: Session): Promise<void> {
	const client = await browser.target().createCDPSession();
	const used = async (): Promise<number> => {
		const { processInfo } = await client.send('SystemInfo.getProcessInfo');
		return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
	};
	await waitUntil(
		'a browser at rest',
		async () => {
			const before = await used();
			await new Promise((resolve) => setTimeout(resolve, LOOKED_AT_MS));
			return (await used()) - before <= (MOST_SHARE * LOOKED_AT_MS) / 1000;
		},
		LIMIT_MS,
	);
	await client.detach();
}
