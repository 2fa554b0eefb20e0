import { unescapeHtml } from './html-escape.ts';

/** A piece of an article's HTML. `text` is what it shows, references resolved. */
export type HtmlPiece =
	| { readonly kind: 'text'; readonly text: string }
	| { readonly kind: 'start'; readonly tag: string; readonly attributes: readonly (readonly [string, string])[] }
	| { readonly kind: 'end'; readonly tag: string };

/** What may stand in an article. Everything else is left out and its words stay. */
const ALLOWED_TAGS = new Set(
	(
		'header h1 h2 h3 h4 h5 h6 p ul ol li blockquote figure figcaption img a em strong b i u s sub sup br span time ' +
		'table caption thead tbody tfoot tr td th'
	).split(' '),
);
const ALLOWED_ATTRIBUTES = new Set('href src alt width height lang dir datetime colspan rowspan'.split(' '));
const VOID_TAGS = new Set(['br', 'img']);
const LINK = /^(?:https?:\/\/|mailto:)/i;
const PICTURE = /^(?:https?:\/\/|data:image\/(?:png|jpeg|gif|webp|avif);base64,)/i;

const TAG = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*\/?>/giy;
const ATTRIBUTE = /([a-z-]+)(?:="([^"]*)")?/gi;

/**
 * The pieces of an article's stored HTML, as a browser has serialised it. Whatever the HTML is, the pieces are well-formed and
 * harmless: every element is closed, in order, and only what an article may hold is left of them. A `<` that begins no
 * tag is text.
 */
export function readStoredHtml(stored: string): HtmlPiece[] {
	// As a browser does when it reads it.
	const html = stored.replaceAll('\0', '');
	const pieces: HtmlPiece[] = [];
	const open: string[] = [];
	/** How many of each tag are open. */
	const depths = new Map<string, number>();
	const close = (): void => {
		const tag = open.pop()!;
		depths.set(tag, depths.get(tag)! - 1);
		pieces.push({ kind: 'end', tag });
	};
	let textStart = 0;
	let at = html.indexOf('<');
	while (at !== -1) {
		TAG.lastIndex = at;
		const match = TAG.exec(html);
		if (match === null) {
			at = html.indexOf('<', at + 1);
			continue;
		}
		if (at > textStart) pieces.push({ kind: 'text', text: unescapeHtml(html.slice(textStart, at)) });
		textStart = TAG.lastIndex;
		const tag = match[2]!.toLowerCase();
		if (ALLOWED_TAGS.has(tag)) {
			if (match[1] === '/') {
				if ((depths.get(tag) ?? 0) > 0) {
					while (open.at(-1) !== tag) close();
					close();
				}
			} else {
				pieces.push({ kind: 'start', tag, attributes: attributesOf(tag, match[3]!) });
				if (!VOID_TAGS.has(tag)) {
					open.push(tag);
					depths.set(tag, (depths.get(tag) ?? 0) + 1);
				}
			}
		}
		at = html.indexOf('<', textStart);
	}
	if (textStart < html.length) pieces.push({ kind: 'text', text: unescapeHtml(html.slice(textStart)) });
	while (open.length > 0) close();
	return pieces;
}

function attributesOf(tag: string, written: string): [string, string][] {
	return [...written.matchAll(ATTRIBUTE)]
		.map(([, name, value = '']): [string, string] => [name!.toLowerCase(), unescapeHtml(value)])
		.filter(([name, value]) => {
			if (name === 'href') return tag === 'a' && LINK.test(value);
			if (name === 'src') return tag === 'img' && PICTURE.test(value);
			return ALLOWED_ATTRIBUTES.has(name);
		});
}
