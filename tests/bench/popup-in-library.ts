import type { Session } from '../browser/open-session.ts';
import { paintedTexts } from '../browser/painted-texts.ts';
import { waitUntil } from '../browser/wait-until.ts';
import { atRest } from './at-rest.ts';
import { generateLibrary } from './library/generate.ts';
import { timeToList, watchList } from './popup-open.ts';
import { seedAnnotations } from './seed-annotations.ts';
import { type Figure, median, ms } from './stats.ts';

const ROUNDS = 15;
const ANNOTATIONS = 40;
const FILLED = 6;
const LIBRARY = { articles: 10_000, annotations: 100_000 };
const MOST_TIMES = 1.2;

/** The popup over one article, alone in the database and then among all those of a full library, in one browser. */
export async function popupInLibrary(session: Session, url: string, library = LIBRARY): Promise<Figure> {
	const page = await session.openPage(url);
	await seedAnnotations(session, page, ANNOTATIONS);
	await page.reload();
	await waitUntil('all passages painted', async () => (await paintedTexts(page)).length >= ANNOTATIONS);
	const popup = await session.openExtensionPage(`popup.html?tab=${await session.tabIdOf(page)}`);
	await watchList(popup, FILLED, ANNOTATIONS);
	const address = popup.url();
	const opened = async (): Promise<number> => {
		const times: number[] = [];
		for (let round = -2; round < ROUNDS; round++) {
			const time = await timeToList(popup, address);
			if (round >= 0) times.push(time);
		}
		return median(times);
	};
	const alone = await opened();
	const filler = await session.openExtensionPage('manifest.json');
	await generateLibrary(filler, library);
	await filler.close();
	await atRest(session);
	const among = await opened();
	const times = among / alone;
	return {
		what: `popup over an article among ${library.articles} with ${library.annotations} annotations, median of ${ROUNDS}`,
		ours: ms(among),
		beside: `alone in the database ${ms(alone)}, ${times.toFixed(2)} times`,
		wanted: `at most ${MOST_TIMES} times`,
		holds: times <= MOST_TIMES,
	};
}
