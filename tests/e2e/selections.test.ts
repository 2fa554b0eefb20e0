import { describe, test } from 'vitest';
import { BROWSER_KINDS } from '../browser/browser-kind.ts';
import { paintedTexts } from '../browser/painted-texts.ts';
import { selectWords } from '../browser/select-words.ts';
import { waitUntil } from '../browser/wait-until.ts';
import { openPanel, waitForQuotes } from './open-panel.ts';
import { orchardStory, PASSAGE } from './pages/orchard-story.ts';
import { useSession } from './use-session.ts';

const PERSIAN_BODY = `<p>باغداران دره‌ی بلند، امسال شکوفه‌ها را سه هفته زودتر دیدند. برف از کنار دریاچه رفته بود و زنبورها برگشته بودند.</p>
<p>پیرمردی که چهل نام سیب را از بر داشت، دفتر کهنه‌اش را به نوه‌اش سپرد و گفت که درختان تازه به آب فراوان نیاز دارند.</p>`;

/** What is selected, how, and the words of the article that the reader sees selected. Blocks of the article are parted by one line break. */
interface SelectionCase {
	readonly name: string;
	readonly body?: string;
	readonly edition?: string;
	/** Words to drag over, as the DOM holds them; or a place to click three times. */
	readonly drag?: string;
	readonly clicks?: { readonly selector: string; readonly count: number };
	/** First and last words, where furniture with text of its own stands between. */
	readonly from?: readonly [selector: string, offset: number];
	readonly to?: readonly [selector: string, offset: number];
	readonly quote: string;
}

const CASES: readonly SelectionCase[] = [
	{
		name: 'from before the article into it',
		from: ['.m-breadcrumb li', 0],
		to: ['h1', 12],
		quote: PASSAGE.title.slice(0, 12),
	},
	{
		name: 'from the last paragraph to the foot of the page',
		from: ['.t-content__body > p:last-of-type', 86],
		to: ['.o-footer > p', 5],
		quote: 'tailler, et guetter la grêle.',
	},
	{
		name: 'across paragraphs',
		drag: `sont déjà ouverts.\n${PASSAGE.second}`,
		quote: `sont déjà ouverts.\n${PASSAGE.second}`,
	},
	{
		name: 'across the newsletter, whose words are no part of it',
		from: ['.t-content__body > p:nth-of-type(2) a', 0],
		to: ['.t-content__body > h2', 8],
		quote: 'le conservatoire de la vallée voisine depuis longtemps.\nQuarante',
	},
	{ name: 'over a link', drag: PASSAGE.linked, quote: PASSAGE.linked },
	{
		name: 'over nested spans that cut words and numbers',
		body: '<p>Il a plu <span><span>1</span></span><span><span><span>2 3</span>45</span></span><span> milli</span><span>mètres</span> dans la nuit, dit-on au village.</p>',
		drag: 'plu 12 345 millimètres',
		quote: 'plu 12 345 millimètres',
	},
	{
		name: 'with no-break spaces in it',
		body: '<p>Il a dit\u00a0: «\u00a0Nous replanterons dix\u00a0000 arbres\u00a0», et personne n’a ri dans la salle des fêtes.</p>',
		drag: '«\u00a0Nous replanterons dix\u00a0000 arbres\u00a0»',
		quote: '«\u00a0Nous replanterons dix\u00a0000 arbres\u00a0»',
	},
	{
		name: 'over source white space that is read as one space, and a line break that is read as one',
		body: '<p>Une ligne   écrite\n\t\tsur deux<br>et une autre au-dessous, pour voir ce qui en reste ensuite.</p>',
		from: ['.t-content__body > p', 4],
		to: ['.t-content__body > p', 41],
		quote: 'ligne écrite sur deux\net une autre',
	},
	{
		name: 'of a whole paragraph by a triple click, without the one after it',
		clicks: { selector: '.t-content__body > p:last-of-type', count: 3 },
		quote: `${PASSAGE.last} D’ici là, il faudra encore arroser, tailler, et guetter la grêle.`,
	},
	{
		name: 'of a heading by a triple click, with furniture before it',
		clicks: { selector: '.t-content__body > h2', count: 3 },
		quote: 'Quarante noms',
	},
	{
		name: 'of Persian, which runs from right to left',
		edition: 'fa',
		body: PERSIAN_BODY,
		drag: 'چهل نام سیب را از بر داشت',
		quote: 'چهل نام سیب را از بر داشت',
	},
	{
		name: 'across lines and paragraphs of Persian',
		edition: 'fa',
		body: PERSIAN_BODY,
		drag: 'زنبورها برگشته بودند.\nپیرمردی که چهل نام',
		quote: 'زنبورها برگشته بودند.\nپیرمردی که چهل نام',
	},
	{
		name: 'with emoji, cut by nothing',
		body: '<p>Le village a répondu par un message 👨‍👩‍👧‍👦 bref, et chacun a compris ce qu’il fallait comprendre du silence.</p>',
		drag: 'message 👨‍👩‍👧‍👦 bref',
		quote: 'message 👨‍👩‍👧‍👦 bref',
	},
];

describe.each(BROWSER_KINDS)('the stored quote is what the reader saw selected, in %s:', (kind) => {
	const world = useSession(kind);

	test.each(CASES.map((each) => [each.name, each] as const))('%s', async (_name, each) => {
		const { body, edition } = each;
		const story = orchardStory({ ...(body !== undefined && { body }), ...(edition !== undefined && { edition }) });
		const page = await world.open(story.url, story.html);
		if (each.drag !== undefined) {
			await selectWords(page, each.drag);
		} else if (each.clicks !== undefined) {
			await page.click(each.clicks.selector, { count: each.clicks.count, offset: { x: 30, y: 10 } });
		} else if (each.from !== undefined && each.to !== undefined) {
			await page.evaluate(
				(places) => {
					const [start, end] = places.map(([selector, wanted]) => {
						let left = Number(wanted);
						const walker = document.createTreeWalker(document.querySelector(String(selector))!, NodeFilter.SHOW_TEXT);
						while (walker.nextNode()) {
							const text = walker.currentNode as Text;
							if (left <= text.length) return { text, offset: left };
							left -= text.length;
						}
						throw new Error(`no such place: ${selector} ${wanted}`);
					});
					start!.text.parentElement!.scrollIntoView({ block: 'center', behavior: 'instant' });
					getSelection()!.setBaseAndExtent(start!.text, start!.offset, end!.text, end!.offset);
				},
				[each.from, each.to],
			);
		}
		await waitUntil('the words painted', async () => {
			await page.keyboard.press('2');
			return (await paintedTexts(page)).length === 1;
		});
		await waitForQuotes(await openPanel(world, page), [each.quote]);
		await page.reload();
		const [painted] = await waitUntil('the words painted again', async () => {
			const texts = await paintedTexts(page);
			return texts.length === 1 && texts;
		});
		const squeezed = (text: string): string => text.replace(/[ \t\n]+/g, '');
		const skipsFurniture = squeezed(painted!.text).includes('Recevez');
		if (!skipsFurniture && squeezed(painted!.text) !== squeezed(each.quote)) {
			throw new Error(`painted: ${JSON.stringify(painted!.text)}`);
		}
	});
});
