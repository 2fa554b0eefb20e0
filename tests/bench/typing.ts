import type { Session } from '../browser/open-session.ts';
import { paintedTexts } from '../browser/painted-texts.ts';
import { selectWords } from '../browser/select-words.ts';
import { waitUntil } from '../browser/wait-until.ts';
import { seedAnnotations } from './seed-annotations.ts';
import { type Figure, ms, quantile } from './stats.ts';
import { typedTasks } from './typed-tasks.ts';

const ANNOTATIONS = 2000;
/** One of sixty frames of a second. */
const MOST_MS = 16;
const NOTE = 'Trois mains dans une seule marge : **à relire**, et à comparer aux carnets de la salle. '.repeat(2);

/**
 * Types a note in the card of an article with 2,000 annotations: the longest task of the page's main thread, with all that is
 * stored meanwhile, beside that of the same words typed into a field of the page's own; both as time on the processor.
 */
export async function typing(session: Session, url: string): Promise<Figure> {
	const page = await session.openPage(url);
	await seedAnnotations(session, page, ANNOTATIONS);
	await page.bringToFront();
	await page.reload();
	await waitUntil('all painted', async () => (await paintedTexts(page)).length >= ANNOTATIONS, 60_000);
	await page.evaluate(`document.body.insertAdjacentHTML('afterbegin', '<textarea id="own" rows="6"></textarea>')`);
	await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 3000)));
	await page.focus('#own');
	const own = await typedTasks(page, NOTE);
	await selectWords(page, 'ferme à dix-neuf heures');
	await page.keyboard.press('n');
	// The interface comes into the page with the first card; typing begins after.
	await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 2000)));
	const ours = await typedTasks(page, NOTE);
	await page.close();
	const longest = Math.max(...ours);
	return {
		what: `typing ${NOTE.length} characters of a note beside ${ANNOTATIONS} annotations: longest task`,
		ours: `${ms(longest)}, 99 of 100 under ${ms(quantile(ours, 0.99))}`,
		beside: `in a field of the page's own ${ms(Math.max(...own))}`,
		wanted: `under ${MOST_MS} ms`,
		holds: longest < MOST_MS,
	};
}
