import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { beforeAll, describe, expect, test } from 'vitest';
import { BROWSER_KINDS } from '../../browser/browser-kind.ts';
import { livePage } from '../../fixtures/article/live-page.ts';
import { storyOf, storyUrl } from '../../fixtures/article/stories.ts';
import { useSession } from '../use-session.ts';

const EDITIONS = ['cn', 'tw', 'fr', 'fa', 'km', 'ru', 'vi'];
const LAWS = [
	'what is described of any range is anchored where it was',
	'what is edited away from quote and context changes nothing',
	'a passage of another article is an orphan',
];
/** Another run draws other ranges; a failing one names its seed. */
const SEED = Date.now() % 2 ** 31;
const RUNS = 150;

let script = '';
beforeAll(async () => {
	const entry = fileURLToPath(new URL('./in-page.ts', import.meta.url));
	const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: 'iife', write: false });
	script = outputFiles[0]!.text;
});

/** Of a story, passages of twelve characters or more: none of them stands in another one. */
function passagesOf(edition: string): string[] {
	return storyOf(edition).paragraphs.flatMap((paragraph) =>
		[14, 30, 60].map((length) => paragraph.slice(4, 4 + length)).filter((words) => words.length >= 12),
	);
}

describe.each(BROWSER_KINDS)('the laws of anchoring, in %s', (kind) => {
	const world = useSession(kind);

	test.each(EDITIONS)('hold on a page of the edition %s', async (edition) => {
		const page = await world.open(storyUrl(edition), livePage({ edition }));
		await page.evaluate(script);
		const others = EDITIONS.filter((other) => other !== edition && ![other, edition].every((one) => /cn|tw/.test(one)));
		const settings = { seed: SEED, runs: RUNS, strangers: others.flatMap(passagesOf) };
		for (const law of LAWS) {
			const trouble = await page.evaluate(`(() => {
				try { anchoringLaws[${JSON.stringify(law)}](${JSON.stringify(settings)}); } catch (error) { return String(error); }
			})()`);
			expect(trouble, `${law}, seed ${SEED}`).toBeUndefined();
		}
	});
});
