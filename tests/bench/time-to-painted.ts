import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Session } from '../browser/open-session.ts';
import { seedAnnotations } from './seed-annotations.ts';
import { type Figure, median, ms } from './stats.ts';

const ROUNDS = 15;
const PASSAGES = 50;

/**
 * Runs in the page, before its scripts: notes when the page is parsed, and when all passages are painted. It looks
 * between any two tasks, and when a frame begins: before the page is laid out for it, which is the page's own cost.
 */
const WATCH = `
	addEventListener('DOMContentLoaded', () => { globalThis.parsedAt = performance.now(); }, { capture: true });
	const { port1, port2 } = new MessageChannel();
	port1.onmessage = look;
	look();
	requestAnimationFrame(function eachFrame() {
		count();
		if (globalThis.paintedAt === undefined) requestAnimationFrame(eachFrame);
	});
	function look() {
		count();
		if (globalThis.paintedAt === undefined) port2.postMessage(0);
	}
	function count() {
		let painted = 0;
		for (const [name, highlight] of CSS.highlights ?? []) if (name.startsWith('en-marge-')) painted += highlight.size;
		if (painted >= ${PASSAGES}) globalThis.paintedAt ??= performance.now();
	}`;

/**
 * From the moment the page's text is there for a script to read, to fifty painted passages, beside one Readability parse
 * of the same page, cold like any page's first; on a clone, for Readability takes apart what it reads.
 */
export async function timeToPainted(session: Session, name: string, url: string): Promise<Figure> {
	const readability = await readFile(
		createRequire(import.meta.url).resolve('@mozilla/readability/Readability.js'),
		'utf8',
	);
	const page = await session.openPage(url);
	await seedAnnotations(session, page, PASSAGES);
	await page.bringToFront();
	await page.evaluateOnNewDocument(WATCH);
	const [painted, parsed]: [number[], number[]] = [[], []];
	for (let round = -2; round < ROUNDS; round++) {
		await page.reload();
		await page.waitForFunction('globalThis.paintedAt !== undefined', { polling: 20, timeout: 10_000 });
		const { wait, parse } = (await page.evaluate(`(() => {
			${readability}
			const begun = performance.now();
			new Readability(document.cloneNode(true)).parse();
			return { wait: paintedAt - parsedAt, parse: performance.now() - begun };
		})()`)) as { wait: number; parse: number };
		if (round < 0) continue;
		painted.push(wait);
		parsed.push(parse);
	}
	await page.close();
	return {
		what: `${PASSAGES} passages painted on ${name}, median of ${ROUNDS}`,
		ours: ms(median(painted)),
		beside: `one Readability parse of the page ${ms(median(parsed))}`,
		wanted: 'less than the parse',
		holds: median(painted) < median(parsed),
	};
}
