/** Blocks of words, and pictures by themselves. */
const BLOCKS = /^(?:header|h[1-6]|p|figure)$/;

/** What Readability neither renames nor takes away from the words in it. */
const INLINE = /^(?:a|b|strong|i|em|u|s|sub|sup|time|span)$/;

/**
 * Whether an article as `writeReaderHtml` made it consists of nothing but paragraphs, headings and pictures of the web. Readability may leave
 * blocks of such an article out, and then ours is kept; what it does not leave out it leaves as it is, nesting apart, which is written
 * anew. So whatever it says, the same is kept. Where there are lists, quotes, captions, tables or line breaks it must be asked.
 */
export function isSettled(body: Element): boolean {
	for (const element of body.getElementsByTagName('*')) {
		const tag = element.localName;
		const parent = element.parentElement!;
		if (tag === 'img') {
			const { src } = element as HTMLImageElement;
			if (parent.localName !== 'figure' || !src.startsWith('http') || src !== element.getAttribute('src')) return false;
		} else if (BLOCKS.test(tag)) {
			if (parent !== body && parent.localName !== 'header') return false;
			if (tag === 'figure' && !holdsOnePicture(element)) return false;
		} else if (!INLINE.test(tag)) return false;
		// Readability writes addresses as the browser reads them.
		else if (tag === 'a' && (element as HTMLAnchorElement).href !== element.getAttribute('href')) return false;
	}
	return true;
}

function holdsOnePicture({ childNodes: [first, ...others] }: Element): boolean {
	return first?.nodeName === 'IMG' && others.length === 0;
}
