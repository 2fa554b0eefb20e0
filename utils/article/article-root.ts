/** Containers of an article: RFI's own, newest first, then what its former templates and archives leave of them. */
const WRAPPERS = 'article,.t-content,main,[role=main],#CONTENT';
const BODY = '.t-content__body,.m-transcription__content,[itemprop=articleBody]';
/** A programme is its player: what is written of it may be the standfirst alone. */
const PLAYER = 'audio,video,play-media,player-audio,.m-em-audio,.m-em-video,.t-content--video';

/**
 * The element that holds one article and nothing of its neighbours; else why there is none. It is found by the title: the one
 * `h1` that stands over a body. Only titles and their surroundings are looked at, and neither style nor layout.
 */
export function findArticleRoot(document: Document): Element | string {
	const roots = new Set<Element>();
	for (const title of [...document.querySelectorAll('h1')].slice(0, 20)) {
		for (let at = title.closest(WRAPPERS); at; at = at.parentElement?.closest(WRAPPERS) ?? null) {
			if (at.localName !== 'article' && at.querySelectorAll('article').length > 1) break;
			if (!hasBody(at)) continue;
			roots.add(at);
			break;
		}
	}
	const [root] = roots;
	if (roots.size < 2) return root ?? 'no title over a body';
	const name = squeezed(
		document.head.querySelector('meta[property="og:title"]')?.getAttribute('content') ?? document.title,
	);
	const named = [...roots].filter((each) => name.startsWith(squeezed(each.querySelector('h1')!.textContent)));
	return named.length === 1 ? named[0]! : 'several articles';
}

function hasBody(root: Element): boolean {
	const standfirst = root.querySelector('.t-content__chapo');
	const body = root.querySelector(BODY);
	if (body) return hasWords(body) || hasWords(standfirst);
	if (root.querySelector('[class*=t-content__]'))
		return hasWords(standfirst) && root.parentElement!.querySelector(PLAYER) !== null;
	// Former templates, and archives that drop classes.
	return [...root.querySelectorAll('p')].some((p) => p.textContent.trim().length > 20);
}

/** Whether there are words in it, beside those of advertising and self-promotion. */
function hasWords(element: Element | null): boolean {
	return [...(element?.childNodes ?? [])].some(
		(node) => !/promo|interstitial|block-ad/.test((node as Element).className) && /\S/.test(node.textContent ?? ''),
	);
}

function squeezed(text: string): string {
	return text.replace(/\s+/g, '');
}
