import type { Page } from 'puppeteer-core';
import type { Session } from '../browser/open-session.ts';
import { paintedTexts } from '../browser/painted-texts.ts';
import { waitUntil } from '../browser/wait-until.ts';
import { seedAnnotations } from './seed-annotations.ts';
import { type Figure, median, ms } from './stats.ts';

const ROUNDS = 50;
/** The first round brings the interface into the page. */
const WARM_UP = 3;
const ANNOTATIONS = 200;
const FRAME_MS = 1000 / 60;

/**
 * Runs in the page, before its scripts: notes from each release of the mouse how long, and how many frames, it takes to the
 * end of the frame in which our host first shows something: 1 is the first that begins after the release. The host comes into the top layer as it is drawn into, and says so by
 * `beforetoggle`; where that is while a frame is being made it is this frame, else the next.
 */
const WATCH = `
	const { port1, port2 } = new MessageChannel();
	let isInFrame = false;
	let releasedAt = 0;
	let isAwaited = false;
	let frames = 0;
	let framesBefore = 0;
	port1.onmessage = () => {
		isInFrame = false;
		if (!isAwaited) return;
		isAwaited = false;
		globalThis.shownAfter ??= { ms: performance.now() - releasedAt, frames: frames - framesBefore };
	};
	requestAnimationFrame(function eachFrame() {
		isInFrame = true;
		frames += 1;
		port2.postMessage(0);
		requestAnimationFrame(eachFrame);
	});
	addEventListener('pointerup', ({ timeStamp }) => {
		releasedAt = timeStamp;
		framesBefore = frames;
		globalThis.shownAfter = undefined;
	}, { capture: true });
	addEventListener('beforetoggle', ({ newState, target }) => {
		if (newState !== 'open' || target.parentNode !== document.documentElement) return;
		if (isInFrame) isAwaited = true;
		else requestAnimationFrame(() => { isAwaited = true; });
	}, { capture: true });`;

/** How soon the toolbar is there after a selection, and the card after a click, in an article of many highlights. */
export async function interfaceShown(session: Session, url: string): Promise<Figure[]> {
	const page = await session.openPage(url);
	await seedAnnotations(session, page, ANNOTATIONS);
	await page.bringToFront();
	await page.evaluateOnNewDocument(WATCH);
	await page.reload();
	await waitUntil('all passages painted', async () => (await paintedTexts(page)).length === ANNOTATIONS);
	const toolbar: Shown[] = [];
	const card: Shown[] = [];
	for (let round = -WARM_UP; round < ROUNDS; round++) {
		const line = await lineToSelect(page, round + WARM_UP);
		await page.mouse.move(line.left, line.y);
		await page.mouse.down();
		await page.mouse.move(line.left + 90, line.y, { steps: 3 });
		await page.mouse.up();
		const selected = await shownAfter(page);
		await page.keyboard.press('Escape');
		await page.evaluate(() => getSelection()?.removeAllRanges());
		const at = await passageToClick(page, round + WARM_UP);
		await page.mouse.click(at.x, at.y);
		const clicked = await shownAfter(page);
		await page.keyboard.press('Escape');
		if (round < 0) continue;
		toolbar.push(selected);
		card.push(clicked);
	}
	await page.close();
	const characters = `${ANNOTATIONS} highlights in 27,000 characters, median of ${ROUNDS}`;
	return [
		figure(`toolbar visible after the end of a selection; ${characters}`, toolbar, 1),
		figure(`card open after a click on a highlight; ${characters}`, card, 2),
	];
}

interface Shown {
	readonly ms: number;
	readonly frames: number;
}

function figure(what: string, shown: readonly Shown[], mostFrames: number): Figure {
	const inTime = shown.filter(({ frames }) => frames <= mostFrames).length;
	const frames = mostFrames === 1 ? 'the first frame after it' : `the first ${mostFrames} frames after it`;
	return {
		what,
		ours: ms(median(shown.map(({ ms }) => ms))),
		beside: `a frame ${ms(FRAME_MS)}; in ${frames} ${inTime} of ${shown.length} times`,
		wanted: `in ${frames}, as a rule`,
		holds: median(shown.map(({ frames }) => frames)) <= mostFrames,
	};
}

async function shownAfter(page: Page): Promise<Shown> {
	await page.waitForFunction('globalThis.shownAfter !== undefined', { polling: 10, timeout: 10_000 });
	return (await page.evaluate('globalThis.shownAfter')) as Shown;
}

/** The beginning of a paragraph, scrolled into view, in CSS pixels of the viewport. */
function lineToSelect(page: Page, index: number): Promise<{ left: number; y: number }> {
	return page.evaluate((nth) => {
		const paragraphs = document.querySelectorAll('.t-content__body p');
		const paragraph = paragraphs[nth % paragraphs.length];
		paragraph?.scrollIntoView({ block: 'center', behavior: 'instant' });
		const range = new Range();
		range.selectNodeContents(paragraph ?? document.body);
		const [{ left, top, bottom } = new DOMRect()] = range.getClientRects();
		return { left: left + 2, y: (top + bottom) / 2 };
	}, index);
}

/** The middle of the first line of a painted passage, scrolled into view. */
function passageToClick(page: Page, index: number): Promise<{ x: number; y: number }> {
	return page.evaluate((nth) => {
		const ranges = [...CSS.highlights].flatMap(([name, highlight]) =>
			name.startsWith('en-marge-') ? [...highlight] : [],
		);
		const painted = ranges[nth % ranges.length];
		if (painted === undefined) throw new Error('nothing is painted');
		const range = new Range();
		range.setStart(painted.startContainer, painted.startOffset);
		range.setEnd(painted.endContainer, painted.endOffset);
		range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
		const [{ left, right, top, bottom } = new DOMRect()] = range.getClientRects();
		return { x: (left + right) / 2, y: (top + bottom) / 2 };
	}, index);
}
