import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'puppeteer-core';

/** An article of our own making, as a page: its blocks, with what a site puts around and between them. */
export interface PassagePage {
	readonly lang: string;
	readonly dir?: 'rtl';
	/** Text of its blocks in order; joined by `\n` they are the article text. */
	readonly blocks: readonly string[];
	/** Words of the site's menu, which stands before the article. */
	readonly menu?: string;
}

/** Serves the pages under `/<index>`. */
export async function servePages(pages: readonly PassagePage[]): Promise<{ server: Server; origin: string }> {
	const server = createServer((request, response) => {
		const page = pages[Number(new URL(request.url ?? '', 'http://localhost').pathname.slice(1))];
		response.writeHead(page ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' }).end(page ? htmlOf(page) : '');
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** Each block is far from the next, so that a mark elsewhere is out of sight; every other word is in an element of its own. */
function htmlOf({ lang, dir, blocks, menu }: PassagePage): string {
	const paragraphs = blocks.map((block) => `<p>${inElements(block)}</p><aside>Publicité</aside>`);
	return `<!doctype html><html lang="${lang}" dir="${dir ?? 'ltr'}"><meta charset="utf-8"><style>
		body { margin: 0; font: 20px/1.6 sans-serif; color: #000; background: #fff }
		aside, nav { height: 2000px } p { margin: 0 20px }
		::target-text { background: #0f0; color: #0f0 }
	</style><nav>${menu ?? ''}</nav><article>${paragraphs.join('\n')}</article><nav></nav></html>`;
}

function inElements(block: string): string {
	return block
		.split(/(\s+)/)
		.map((word, index) => (index % 4 === 2 ? `<a href="#">${escapeHtml(word)}</a>` : escapeHtml(word)))
		.join('');
}

function escapeHtml(text: string): string {
	return text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** How the browser marked a page: pixels in the colour of `::target-text`, where they were to be and elsewhere. */
export interface Marking {
	/** Share of the visible area of the passage's words that is marked. */
	readonly share: number;
	/** Marked pixels beside the passage. */
	readonly strayPixels: number;
}

/** Looks at what is marked in the window, for the passage [start, end) of the article text. */
export async function readMarking(page: Page, start: number, end: number): Promise<Marking> {
	const screenshot = await page.screenshot({ encoding: 'base64' });
	return page.evaluate(
		async (png, from, to) => {
			const image = new Image();
			image.src = `data:image/png;base64,${png}`;
			await image.decode();
			const canvas = new OffscreenCanvas(image.width, image.height);
			const context = canvas.getContext('2d')!;
			context.drawImage(image, 0, 0);
			const { data, width, height } = context.getImageData(0, 0, image.width, image.height);
			const isMarked = (x: number, y: number) => {
				const at = 4 * (y * width + x);
				return data[at]! < 60 && data[at + 1]! > 200 && data[at + 2]! < 60;
			};

			const words: DOMRect[] = [];
			/** What the site has put between the blocks of the passage: a browser marks it too. */
			const between: DOMRect[] = [];
			let offset = 0;
			for (const block of document.querySelectorAll('p, aside')) {
				const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
				for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
					const isArticle = block.localName === 'p';
					const length = node.nodeValue!.length;
					const [first, last] = isArticle ? [Math.max(from - offset, 0), Math.min(to - offset, length)] : [0, length];
					if (first < last && (isArticle || (from < offset && offset < to))) {
						const range = document.createRange();
						range.setStart(node, first);
						range.setEnd(node, last);
						(isArticle ? words : between).push(...range.getClientRects());
					}
					if (isArticle) offset += length;
				}
				if (block.localName === 'p') offset += 1;
			}

			/** 1: inside a rectangle of the passage, 2: so near to one that rounding may mark it. */
			const zone = new Uint8Array(width * height);
			for (const [value, margin, rects] of [
				[2, 3, [...words, ...between]],
				[1, -1, words],
			] as const) {
				for (const { left, top, right, bottom } of rects) {
					for (let y = Math.max(0, Math.ceil(top - margin)); y < Math.min(height, bottom + margin); y++) {
						for (let x = Math.max(0, Math.ceil(left - margin)); x < Math.min(width, right + margin); x++)
							zone[y * width + x] = value;
					}
				}
			}
			let [area, marked, strayPixels] = [0, 0, 0];
			for (let y = 0; y < height; y++) {
				for (let x = 0; x < width; x++) {
					const place = zone[y * width + x];
					if (place === 1) area += 1;
					if (!isMarked(x, y)) continue;
					if (place === 1) marked += 1;
					else if (place === 0) strayPixels += 1;
				}
			}
			return { share: area === 0 ? 0 : marked / area, strayPixels };
		},
		screenshot,
		start,
		end,
	);
}
