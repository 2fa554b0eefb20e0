/** Elements that hold no text of an article, by local name. Prefixes of RFI's custom elements, all of them controls, follow below. */
const TAGS: ReadonlySet<string> = new Set(
	(
		'script style noscript template svg iframe object embed canvas audio video datalist select textarea title head noembed noframes ' +
		'button input form nav aside footer dialog progress meter map amp-ad amp-embed amp-iframe amp-sidebar amp-social-share'
	).split(' '),
);

const CUSTOM =
	/^(play-media|player-|share-|site-nav|fov-|a2hs-|pwa-|youtube-player|video-player|audio-player|en-marge)/;

/** Roles of what is worked with, not read. */
const ROLES =
	/^(button|navigation|complementary|search|dialog|alertdialog|toolbar|menu|menubar|banner|contentinfo|form)$/;

/**
 * RFI's classes, each also with an element (`__`) or modifier (`--`) after it:
 * advertising; self-promotion; dates, authors, sharing, tags; related articles; players; consent notes; icons.
 */
const CLASSES = new RegExp(
	`(?:^|\\s)(?:${[
		'm-interstitial|m-block-ad|o-ad|o-ad-container|o-ad-sponsoring|tms-ad|teads|ob-smartfeed-wrapper|OUTBRAIN',
		'o-self-promo|m-newsletter|o-newsletter|a-read-more|a-cta',
		't-content__(?:section|dates|authors|shares|tags|related|chapters|list-content|page-cta|podcast-header|top-articles)',
		'm-pub-dates|a-reading-time|m-author-n-reading-time|m-authors|m-from-author|m-audio-infos',
		'm-share-bar|a-share-bar-label|m-tags-list|a-tag|m-breadcrumb|o-aside-content|m-item-list-article',
		'm-em-diaporama|a-audio-player-button|a-player|m-player|o-player|a-chapter|m-box-expand__button',
		'm-em-(?:audio|video)__(?:play-pause|player|progress|duration|controls|download|picto|show-infos__metadata)',
		't-content__main-media--no-consent__text|a-consent|m-consent|o-consent|didomi',
		'a-svg|a-picto|u-sr-only',
	].join('|')})(?:$|\\s|__|--)`,
);

const ATTRIBUTES = [
	'data-selfpromo-newsletter',
	'data-selfpromo-app',
	'data-readmore-unlocker',
	'data-tms-ad-type',
	'data-tms-ad-container',
	'data-root-share',
];

/** What of an element tells whether it is furniture. */
export type FurnitureSigns = Pick<Element, 'localName' | 'className' | 'getAttribute' | 'hasAttribute'>;

/** Whether an element of RFI's pages is furniture with all it holds. It looks at the element alone. */
export function isFurniture(element: FurnitureSigns): boolean {
	const tag = element.localName;
	if (isGenericFurniture(element)) return !(tag === 'aside' && /\bm-em-/.test(element.className));
	// A tag that the archive's bot glued to its first attribute is an unknown element; what follows it may stand inside it.
	if (tag.includes('=')) return false;
	const classes = element.getAttribute('class');
	if (classes !== null && CLASSES.test(classes)) return true;
	return tag === 'div' && ATTRIBUTES.some((name) => element.hasAttribute(name));
}

/** What no page means to be read as its text. */
export function isGenericFurniture(element: Pick<Element, 'localName' | 'getAttribute'>): boolean {
	const tag = element.localName;
	if (TAGS.has(tag) || (tag.includes('-') && CUSTOM.test(tag))) return true;
	const role = element.getAttribute('role');
	return role !== null && ROLES.test(role);
}

const FORMER_CLASSES =
	/(?:^|[\s_-])(?:share|sharing|social|related|newsletter|comments?|breadcrumb|tags?|advert|advertising|pub|promo|player|toolbar|date|author|signature)s?(?:[\s_-]|$)/i;

/** Furniture of RFI's former templates and AMP pages, of which less is known. */
export function isFormerFurniture(element: Element): boolean {
	if (isFurniture(element)) return true;
	if (element.localName === 'time') return true;
	if (/^(author|date|publisher)/.test(element.getAttribute('itemprop') ?? '')) return true;
	const classes = element.getAttribute('class');
	return (
		classes !== null &&
		!/^(p|h\d|article|main|figure|figcaption|blockquote)$/.test(element.localName) &&
		FORMER_CLASSES.test(classes)
	);
}
