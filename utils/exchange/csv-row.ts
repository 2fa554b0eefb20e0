/**
 * Cells as one record of CSV (https://www.rfc-editor.org/rfc/rfc4180): each in quotes, a quote in it doubled, CRLF at
 * the end. Lone surrogates, which no file in UTF-8 can hold, become U+FFFD.
 */
export function csvRow(cells: readonly string[]): string {
	return `${cells.map((cell) => `"${cell.toWellFormed().replaceAll('"', '""')}"`).join(',')}\r\n`;
}
