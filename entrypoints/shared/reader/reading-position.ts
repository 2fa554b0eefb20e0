import { browser } from 'wxt/browser';

/** A place in a version of an article, whatever the width and size of its text. */
interface ReadingPosition {
	/** Which of the article's blocks is at the upper edge of the window. */
	readonly block: number;
	/** How much of its height is above that edge, from 0 to 1. */
	readonly part: number;
}

const BLOCKS = 'h1, h2, h3, h4, h5, h6, p, li, figure, table';

/** Goes to where this version was read to last, and remembers where it is read to, until the browser is closed. */
export async function keepReadingPosition(root: HTMLElement, fingerprint: string): Promise<void> {
	const key = `reading-position:${fingerprint}`;
	const blocks = [...root.querySelectorAll(BLOCKS)];
	history.scrollRestoration = 'manual';
	const stored = await browser.storage.session.get(key).catch(() => ({}) as Record<string, unknown>);
	const position = stored[key] as Partial<ReadingPosition> | undefined;
	const box = blocks[position?.block ?? -1]?.getBoundingClientRect();
	if (box && window.scrollY === 0) window.scrollTo(0, box.top + box.height * (Number(position?.part) || 0));

	window.addEventListener('scrollend', () => {
		const boxes = blocks.map((block) => block.getBoundingClientRect());
		const block = boxes.findIndex(({ bottom }) => bottom > 0);
		const edge = boxes[block];
		if (edge === undefined) return;
		const part = Math.min(1, Math.max(0, -edge.top / edge.height));
		// Where it cannot be kept the article opens at its beginning.
		void browser.storage.session.set({ [key]: { block, part } satisfies ReadingPosition }).catch(() => undefined);
	});
}
