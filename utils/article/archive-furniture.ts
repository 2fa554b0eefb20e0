import { isDateLine } from './paris-time.ts';

/** What is said over an advertisement, in the languages whose pages were seen. */
const AD_LABELS =
	/^(广告|廣告|publicité|advertising|advertisement|publicidade?|реклама|quảng cáo|آگهی|تبلیغات|matangazo)$/i;

const SHARE_LINK = /facebook\.com\/dialog\/share|(twitter|x)\.com\/intent|whatsapp|bsky\.app\/intent|rfi\.my\//;
const FEED_LINK = /^https?:\/\/feedx\.[a-z]+\/?$/;

/** Among so many elements at the beginning the date line is found. */
export const DATED_ELEMENTS = 8;

/** A block this short, with no paragraph in it, is a line of furniture. */
export const LONGEST_LINE = 120;

/**
 * Finds the furniture of a copy in the archive form, whose bot strips classes: date line, author line, share bar, the bot's own footer,
 * labels of advertisements.
 */
export function findArchiveFurniture(root: Element): ReadonlySet<Element> {
	const found = new Set<Element>();
	let seen = 0;
	for (const element of root.getElementsByTagName('*')) {
		const tag = element.localName;
		if (seen++ < DATED_ELEMENTS && /^(div|i|p|time)$/.test(tag) && isDateLine(shortText(element))) found.add(element);
		if (tag === 'a') {
			const href = element.getAttribute('href') ?? '';
			if (isFurnitureLink(href)) found.add(lineAround(element, root));
			else if (isAuthorLink(element, href)) found.add(lineAround(element, root));
		} else if ((tag === 'div' || tag === 'span') && !element.firstElementChild && isAdLabel(shortText(element)))
			found.add(element);
	}
	return found;
}

/** Whether an address is where an article is shared, or the bot's own. */
export function isFurnitureLink(href: string): boolean {
	return FEED_LINK.test(href) || SHARE_LINK.test(href);
}

export function isAdLabel(line: string): boolean {
	return AD_LABELS.test(line);
}

/** `<span>作者：</span><a href="/cn/作者/NAME/" title="NAME">NAME</a>` */
function isAuthorLink(link: Element, href: string): boolean {
	const label = link.parentElement?.firstElementChild;
	const name = shortText(link);
	return (
		href.endsWith('/') &&
		name !== '' &&
		link.getAttribute('title')?.trim() === name &&
		label?.localName === 'span' &&
		/[:：]$/.test(shortText(label))
	);
}

/** The largest block around an element that is no more than one line of furniture. */
function lineAround(element: Element, root: Element): Element {
	let at = element;
	for (let parent = at.parentElement; parent && parent !== root; parent = parent.parentElement) {
		if (parent.localName === 'p' || isLong(parent)) break;
		if (parent.querySelector('p, h2, h3, ul, figure, blockquote, [class*=t-content__body]')) break;
		at = parent;
	}
	return at;
}

function isLong(element: Element): boolean {
	return shortText(element) === TOO_LONG;
}

const TOO_LONG = '\u0000';

/** Text of a small element, trimmed; a mark for one that holds more than a line. The work is bounded, whatever the element holds. */
function shortText(element: Element): string {
	let text = '';
	let steps = 0;
	for (let node: Node | null = element.firstChild; node; node = nextWithin(node, element)) {
		if (node.nodeType === 3) text += (node as Text).data;
		if (text.length > 400 || ++steps > 200) return TOO_LONG;
	}
	text = text.replace(/\s+/g, ' ').trim();
	return text.length > LONGEST_LINE ? TOO_LONG : text;
}

function nextWithin(node: Node, root: Node): Node | null {
	if (node.firstChild) return node.firstChild;
	for (let at: Node | null = node; at && at !== root; at = at.parentNode) if (at.nextSibling) return at.nextSibling;
	return null;
}
