/** Signs that mean something in HTML, in text or between double quotes, and those that would be lost when it is read. */
const ESCAPES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	'\u00a0': '&nbsp;',
	'\r': '&#13;',
	'\0': '\ufffd',
};

/** Text as HTML that shows exactly these characters, as text or as a value in double quotes. Lone surrogates become U+FFFD. */
export function escapeHtml(text: string): string {
	return text.toWellFormed().replace(/[&<>"\u00a0\r\0]/g, (character) => ESCAPES[character]!);
}

/** The character references that serialised HTML has, and numbers. */
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/** What the references in serialised HTML stand for; any other stays as it is. */
export function unescapeHtml(html: string): string {
	return html.replace(
		/&(?:(amp|lt|gt|quot|apos|nbsp)|#(\d{1,7})|#x([0-9a-f]{1,6}));/gi,
		(whole, name, decimal, hex) => {
			if (name !== undefined) return NAMED[name] ?? whole;
			const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
			return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code).toWellFormed() : '\ufffd';
		},
	);
}
