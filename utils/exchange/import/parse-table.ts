/** A row of a table, and the line of the file on which it begins (from 1). */
export interface TableRow {
	readonly cells: readonly string[];
	readonly line: number;
	/** True of the last row of a file that ends inside a quoted cell. */
	readonly isUnfinished: boolean;
}

const SEPARATORS = [',', ';', '\t'];

/**
 * The rows of a CSV file (https://www.rfc-editor.org/rfc/rfc4180), whatever its line ends and whether it parts cells by
 * commas, semicolons or tabs: whichever its first row has most of. Empty lines are no rows.
 */
export function parseTable(file: string): TableRow[] {
	const text = file.replace(/^\ufeff/, '');
	const separator = separatorOf(text);
	const rows: TableRow[] = [];
	const special = new RegExp(`[${separator}\r\n]`, 'g');
	let [at, line] = [0, 1];
	while (at < text.length) {
		const [cells, begin] = [[] as string[], line];
		let isUnfinished = false;
		for (;;) {
			let cell = '';
			if (text[at] === '"') {
				const pieces: string[] = [];
				do {
					const quote = text.indexOf('"', at + 1);
					isUnfinished = quote === -1;
					const end = isUnfinished ? text.length : quote;
					pieces.push(text.slice(at + 1, end));
					at = end + 1;
				} while (text[at] === '"');
				cell = pieces.join('"');
				line += cell.match(/\r\n?|\n/g)?.length ?? 0;
			}
			special.lastIndex = at;
			const end = special.exec(text)?.index ?? text.length;
			cells.push(cell + text.slice(at, end));
			at = end;
			if (text[at] !== separator) break;
			at++;
		}
		at += text.startsWith('\r\n', at) ? 2 : 1;
		line++;
		if (cells.length > 1 || cells[0] !== '') rows.push({ cells, line: begin, isUnfinished });
	}
	return rows;
}

function separatorOf(text: string): string {
	const [firstLine = ''] = text.split(/[\r\n]/, 1);
	const count = (separator: string): number => firstLine.split(separator).length;
	return SEPARATORS.reduce((best, one) => (count(one) > count(best) ? one : best));
}
