import type { Page } from 'puppeteer-core';
import { waitUntil } from './wait-until.ts';

export interface PaintedText {
	/** Of the entry in `CSS.highlights`: `en-marge-…`. */
	readonly name: string;
	/** The words under it, as they stand in the DOM. */
	readonly text: string;
}

/** Everything En marge has painted in a page, in document order. The registry is the document's: all worlds share it. */
export function paintedTexts(page: Page): Promise<PaintedText[]> {
	return page.evaluate(() => {
		const painted = [...CSS.highlights]
			.filter(([name]) => name.startsWith('en-marge-'))
			.flatMap(([name, highlight]) => [...highlight].map((part) => ({ name, part })))
			.map(({ name, part }) => {
				const range = new Range();
				range.setStart(part.startContainer, part.startOffset);
				range.setEnd(part.endContainer, part.endOffset);
				return { name, range };
			});
		painted.sort((a, b) => a.range.compareBoundaryPoints(Range.START_TO_START, b.range));
		return painted.map(({ name, range }) => ({ name, text: range.toString() }));
	});
}

/** Waits until exactly these words are painted, in these colours: `[['yellow', 'some words'], …]` in document order. */
export async function waitForPainted(
	page: Page,
	wanted: readonly (readonly [color: string, text: string])[],
): Promise<void> {
	let seen: PaintedText[] = [];
	await waitUntil(`painted: ${JSON.stringify(wanted)}`, async () => {
		seen = await paintedTexts(page);
		return (
			seen.length === wanted.length &&
			seen.every(({ name, text }, at) => name.endsWith(`-${wanted[at]?.[0]}`) && text === wanted[at]?.[1])
		);
	}).catch((error: unknown) => {
		throw new Error(`${(error as Error).message}; painted in the end: ${JSON.stringify(seen)}`);
	});
}
