/** How long a browser may take for one step before a test gives up. */
export const STEP_LIMIT_MS = 15_000;
const PAUSE_MS = 40;

/**
 * Asks again until the answer is neither `undefined` nor `false`, and gives it back. What throws counts as "not yet":
 * pages navigate and nodes go while they are looked at. Throws after the limit, naming what was waited for.
 */
export async function waitUntil<T>(
	what: string,
	ask: () => Promise<T | undefined | false> | T | undefined | false,
	limitMs: number = STEP_LIMIT_MS,
): Promise<T> {
	const end = Date.now() + limitMs;
	let trouble: unknown;
	for (;;) {
		try {
			const answer = await ask();
			if (answer !== undefined && answer !== false) return answer;
			trouble = undefined;
		} catch (error) {
			trouble = error;
		}
		if (Date.now() > end) throw new Error(`Waited ${limitMs} ms in vain: ${what}`, { cause: trouble });
		await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
	}
}
