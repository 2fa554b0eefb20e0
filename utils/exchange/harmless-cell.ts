/** What a spreadsheet takes for the beginning of a formula, also in full width. */
const SIGNS = '=+-@＝＋－＠';
/** Where a spreadsheet of another country, or one that is told to, begins a new cell. */
const SEPARATORS = ';\t\r\n';

/**
 * A text that no spreadsheet takes for a formula: an apostrophe stands before a sign that could begin one
 * (https://owasp.org/www-community/attacks/CSV_Injection). Not only at the beginning: where semicolons part cells, as
 * in France, the quotes around our cells do not hold, and what follows a semicolon or a line break is a cell too.
 */
export function harmlessCell(text: string): string {
	let written = '';
	let from = 0;
	let isAtStart = true;
	for (let at = 0; at < text.length; at++) {
		const character = text[at]!;
		if (SEPARATORS.includes(character)) isAtStart = true;
		else if (isAtStart && SIGNS.includes(character)) {
			written += `${text.slice(from, at)}'`;
			from = at;
			isAtStart = false;
		} else if (isAtStart && !isPassedOver(character)) isAtStart = false;
	}
	return written + text.slice(from);
}

/** White space, invisible signs and quotes: a spreadsheet may read on over them. */
function isPassedOver(character: string): boolean {
	return /[\s"\p{Cc}\p{Cf}]/u.test(character);
}
