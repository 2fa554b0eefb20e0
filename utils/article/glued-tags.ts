/**
 * Elements of RFI's pages that were seen, or may be, written without the space before their first attribute; longer names first where one
 * begins another.
 */
const NAMES =
	'diaporama-fullscreen|diaporama|youtube-player|video-player|audio-player|player-[a-z]+(?:-[a-z]+)*?|play-media|share-button|share-modal|' +
	'figcaption|figure|blockquote|section|article|aside|header|footer|picture|source|script|iframe|noscript|template|button|strong|video|audio|' +
	'embed|object|param|table|tbody|thead|tr|td|th|span|div|img|svg|path|nav|ul|ol|li|em|h[1-6]|a|b|i|p|u';

const ATTRIBUTES =
	'class|id|type|srcset|src|href|style|title|alt|width|height|lang|dir|media|sizes|loading|target|rel|name|role|data-|v-|aria-|[a-z]+-[a-z-]+|:|@';

const GLUED = new RegExp(`<(${NAMES})(?=(?:${ATTRIBUTES})[\\w:.-]{0,60}=["'])`, 'gi');

/**
 * Parts tags that the archive's bot ran together, such as `<divclass="…"` and `<sourcetype="…"`. Attributes that touch
 * each other need no repair: a parser takes them apart.
 */
export function repairGluedTags(html: string): string {
	return html.replace(GLUED, '<$1 ');
}
