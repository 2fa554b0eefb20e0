/**
 * Elements that stand in blocks of their own, by local name: the user-agent style of HTML, without asking for layout.
 * https://html.spec.whatwg.org/multipage/rendering.html#flow-content-3
 */
export const BLOCK_TAGS: ReadonlySet<string> = new Set(
	(
		'address article aside blockquote body center caption dd details dialog dir div dl dt fieldset figcaption figure footer ' +
		'form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup option p plaintext pre search ' +
		'section summary table tbody td tfoot th thead tr ul xmp'
	).split(' '),
);

/** Elements whose text nobody reads as text of the page. */
export const UNREAD_TAGS: ReadonlySet<string> = new Set(
	'audio canvas datalist head iframe noembed noframes noscript object script select style svg template textarea title video'.split(
		' ',
	),
);
