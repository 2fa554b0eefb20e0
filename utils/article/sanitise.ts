import createDOMPurify, { type Config, type WindowLike } from 'dompurify';

/**
 * What the reader may show. Written out in full: a list of what is forbidden would forget something. Links lead to the web or to mail;
 * pictures come from the web or are held in the page.
 */
const CONFIG: Config = {
	ALLOWED_TAGS: (
		'header h1 h2 h3 h4 h5 h6 p ul ol li blockquote figure figcaption img a em strong b i u s sub sup br span time ' +
		'table caption thead tbody tfoot tr td th #text'
	).split(' '),
	ALLOWED_ATTR: ['href', 'src', 'alt', 'width', 'height', 'lang', 'dir', 'datetime', 'colspan', 'rowspan'],
	ALLOW_DATA_ATTR: false,
	ALLOW_ARIA_ATTR: false,
	KEEP_CONTENT: false,
	RETURN_DOM: true,
	// What it needs goes through the policy of `sanitise-strings.ts`, where one is needed.
	TRUSTED_TYPES_POLICY: null,
};

const LINK = /^(https?:\/\/|mailto:)/i;
const PICTURE = /^(https?:\/\/|data:image\/(png|jpeg|gif|webp|avif);base64,)/i;

/** Makes HTML of any origin safe to show, as a fragment of the window's document. */
export function sanitisedFragment(html: string, window: Window): DocumentFragment {
	const fragment = window.document.createDocumentFragment();
	fragment.append(...window.document.importNode(sanitisedBody(html, window), true).childNodes);
	return fragment;
}

/** The same, as HTML. */
export function sanitisedHtml(html: string, window: Window): string {
	return sanitisedBody(html, window).innerHTML;
}

/** The same, as the body of a document of its own in which nothing runs and nothing is loaded. */
export function sanitisedBody(html: string, window: Window): HTMLElement {
	return purifierOf(window).sanitize(html) as unknown as HTMLElement;
}

const purifiers = new WeakMap<Window, ReturnType<typeof createDOMPurify>>();

function purifierOf(window: Window): ReturnType<typeof createDOMPurify> {
	let purifier = purifiers.get(window);
	if (!purifier) {
		purifier = createDOMPurify(window as unknown as WindowLike);
		// Once: to read it anew for each of thousands of articles takes as long as to clean one.
		purifier.setConfig(CONFIG);
		purifier.addHook('uponSanitizeAttribute', (element, data) => {
			if (data.attrName === 'src') data.keepAttr = element.localName === 'img' && PICTURE.test(data.attrValue);
			else if (data.attrName === 'href') data.keepAttr = element.localName === 'a' && LINK.test(data.attrValue);
		});
		purifiers.set(window, purifier);
	}
	return purifier;
}
