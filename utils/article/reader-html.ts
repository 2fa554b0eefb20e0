import { sourceOf } from './pictures.ts';
import type { ArticleScope } from './scope.ts';
import { walkScope } from './scope-text.ts';

/** Inline elements that keep a meaning in the reader; everything else inline leaves its words only. */
const INLINE: Readonly<Record<string, string>> = {
	a: 'a',
	b: 'b',
	strong: 'strong',
	i: 'i',
	em: 'em',
	u: 'u',
	s: 's',
	del: 's',
	strike: 's',
	sub: 'sub',
	sup: 'sup',
	cite: 'em',
	time: 'time',
	bdi: 'span',
	bdo: 'span',
	span: 'span',
};

/** Blocks that hold other blocks, and what may stand in each of them; absent: any. */
const CONTAINERS: Readonly<Record<string, readonly string[] | undefined>> = {
	ul: ['li'],
	ol: ['li'],
	li: undefined,
	blockquote: undefined,
	figure: undefined,
	figcaption: undefined,
	table: ['caption', 'thead', 'tbody', 'tfoot', 'tr'],
	thead: ['tr'],
	tbody: ['tr'],
	tfoot: ['tr'],
	tr: ['td', 'th'],
	td: undefined,
	th: undefined,
	caption: undefined,
};

/** Containers that may hold words directly, before any block. */
const HOLDS_WORDS = /^(li|td|th|figcaption|caption)$/;

export interface ReaderHtmlOptions {
	/** Where relative links lead from; absent: they become plain words. */
	readonly base?: string | undefined;
	/** Any document: elements are made in it where it is inert, as one made by `DOMParser` is, else in an inert one beside it. */
	readonly document: Document;
	/** Source elements that hold the standfirst. */
	isStandfirst(element: Element): boolean;
}

/**
 * Writes the article of a scope as plain, well-formed HTML with the same article text: first `<header>` with the title as `<h1>` and the standfirst
 * as `<p>`, then `h2`–`h6`, `p`, `ul`, `ol`, `blockquote`, `figure` with `figcaption`, tables. Neither classes nor ids, styles or scripts.
 * Blocks never nest in what may not hold them, so that the text survives being written and parsed again.
 */
export function writeReaderHtml(scope: ArticleScope, options: ReaderHtmlOptions): string {
	const out = inertBeside(options.document);
	const root = out.createElement('body');
	/** Containers open in the output, innermost last, each with the source element it stands for. */
	const open: { readonly source: Element | undefined; readonly element: Element }[] = [
		{ source: undefined, element: root },
	];
	/** Tag of the text block that words would begin now: that of the innermost source block. */
	const blockTags: { readonly source: Element; readonly tag: string }[] = [];
	/** Inline source elements around the walk, with what they became in the block being written. */
	const inline: { readonly source: Element; element: Element | undefined }[] = [];
	let block: Element | undefined;
	const standfirst: Element[] = [];
	let inStandfirst = 0;

	const top = () => open[open.length - 1]!.element;

	function endBlock(): void {
		block = undefined;
		for (const each of inline) each.element = undefined;
	}

	function put(tag: string): Element {
		const element = out.createElement(tag);
		makeRoomFor(tag);
		top().append(element);
		return element;
	}

	/** Opens what the content model asks for between the innermost container and `tag`. */
	function makeRoomFor(tag: string): void {
		for (
			let allowed = CONTAINERS[top().localName];
			allowed && !allowed.includes(tag);
			allowed = CONTAINERS[top().localName]
		) {
			const between = out.createElement(allowed.includes('tr') ? 'tr' : allowed.includes('td') ? 'td' : allowed[0]!);
			top().append(between);
			open.push({ source: open[open.length - 1]!.source, element: between });
		}
	}

	function blockForWords(): Element {
		if (block) return block;
		const tag = blockTags.at(-1)?.tag ?? 'p';
		makeRoomFor(tag);
		const container = top();
		const isOwn = blockTags.at(-1)?.source === open.at(-1)!.source;
		if (isOwn && HOLDS_WORDS.test(container.localName) && !container.firstChild) block = container;
		else {
			block = put(tag);
			if (inStandfirst > 0) standfirst.push(block);
		}
		return block;
	}

	/** The innermost element of the block for words that stand in all inline elements around the walk. */
	function placeForWords(): Element {
		let place = blockForWords();
		for (const each of inline) {
			if (!each.element) {
				each.element = inlineCopy(each.source, out, options.base);
				if (each.element) place.append(each.element);
			}
			place = each.element ?? place;
		}
		return place;
	}

	walkScope(scope, {
		enter(source) {
			endBlock();
			if (options.isStandfirst(source)) inStandfirst++;
			const tag = source.localName;
			const heading = /^h([1-6])$/.exec(tag);
			const parent = top().localName;
			const isContainer =
				Object.hasOwn(CONTAINERS, tag) &&
				(!/^(li|figcaption|caption|t[hdr]|thead|tbody|tfoot)$/.test(tag) ||
					CONTAINERS[parent]?.includes(tag) ||
					(tag === 'figcaption' && parent === 'figure'));
			if (isContainer) {
				const element = put(tag);
				copyAttributes(source, element, ['lang', 'dir', 'colspan', 'rowspan']);
				open.push({ source, element });
			}
			blockTags.push({ source, tag: heading ? (heading[1] === '1' && root.querySelector('h1') ? 'h2' : tag) : 'p' });
		},
		leave(source) {
			endBlock();
			if (options.isStandfirst(source)) inStandfirst--;
			blockTags.pop();
			while (open.length > 1 && open[open.length - 1]!.source === source) open.pop();
		},
		open(source) {
			const tag = source.localName;
			if (tag === 'br') {
				if (block) placeForWords().append(out.createElement('br'));
			} else if (tag === 'img') {
				putImage(source);
			} else inline.push({ source, element: undefined });
		},
		close(source) {
			if (source.localName !== 'br' && source.localName !== 'img') inline.pop();
		},
		text(data, node) {
			if (!block && !/[^ \t\n\f\r]/.test(data)) return;
			if (node === scope.title) {
				endBlock();
				put('h1').append(data);
			} else placeForWords().append(data);
		},
	});

	function putImage(source: Element): void {
		const address = sourceOf(source, options.base);
		if (address === undefined) return;
		const image = out.createElement('img');
		image.setAttribute('src', address);
		copyAttributes(source, image, ['alt', 'width', 'height']);
		if (block) placeForWords().append(image);
		else if (/^(figure|li|td|th)$/.test(top().localName)) top().append(image);
		else put('figure').append(image);
	}

	prune(root);
	gatherHeader(root, standfirst);
	return root.innerHTML;
}

/** Whatever is made in the document of a page may be loaded at once, and a document costs much. */
function inertBeside(document: Document): Document {
	return document.defaultView === null ? document : document.implementation.createHTMLDocument('');
}

function inlineCopy(source: Element, out: Document, base: string | undefined): Element | undefined {
	const tag = INLINE[source.localName];
	if (tag === undefined) return undefined;
	const element = out.createElement(tag);
	copyAttributes(source, element, ['lang', 'dir']);
	if (tag === 'time') copyAttributes(source, element, ['datetime']);
	if (tag === 'a') {
		const address = linkAddress(source.getAttribute('href'), base);
		if (address === undefined) return undefined;
		element.setAttribute('href', address);
	}
	return tag === 'span' && element.attributes.length === 0 ? undefined : element;
}

function linkAddress(written: string | null, base: string | undefined): string | undefined {
	try {
		const url = new URL(written ?? '', base);
		return written !== null && /^(https?|mailto):$/.test(url.protocol) ? url.href : undefined;
	} catch {
		return undefined;
	}
}

function copyAttributes(from: Element, to: Element, names: readonly string[]): void {
	for (const name of names) {
		const value = from.getAttribute(name);
		if (value !== null && value.length < 2000) to.setAttribute(name, value);
	}
}

/** Takes away what holds neither words nor pictures, innermost first. White space between words may stand in an element of its own. */
function prune(root: Element): void {
	for (const element of [...root.querySelectorAll('*')].reverse()) {
		if (/^(img|br|td|th)$/.test(element.localName) || element.firstElementChild) continue;
		const isBlock = /^(h\d|p|figure)$/.test(element.localName) || Object.hasOwn(CONTAINERS, element.localName);
		if (isBlock ? !/\S/.test(element.textContent) : element.textContent === '') element.remove();
	}
}

/** Puts title and standfirst into one `header`, where nothing to read stands between them. */
function gatherHeader(root: Element, standfirst: readonly Element[]): void {
	const title = root.querySelector('h1');
	if (!title || title.parentElement !== root) return;
	const header = root.ownerDocument.createElement('header');
	title.before(header);
	header.append(title);
	for (let next = header.nextElementSibling; next; next = header.nextElementSibling) {
		const picture = next.localName === 'figure' && next.textContent.trim() === '' ? next : undefined;
		const words = picture ? picture.nextElementSibling : next;
		if (!words || !standfirst.includes(words)) break;
		header.append(words);
	}
}
