/**
 * The rows of a table, as programs read it: cells parted by `separator`, rows by a line break, both only outside quotes. A
 * cell is quoted where it begins with a quote; what stands behind its closing quote is added as it is.
 */
export function parseCsv(text: string, separator = ','): string[][] {
	const rows: string[][] = [];
	let at = 0;
	while (at < text.length) {
		const row: string[] = [];
		for (;;) {
			let cell = '';
			if (text[at] === '"') {
				at++;
				for (;;) {
					const quote = text.indexOf('"', at);
					const end = quote === -1 ? text.length : quote;
					cell += text.slice(at, end);
					at = end + 1;
					if (text[at] !== '"') break;
					cell += '"';
					at++;
				}
			}
			const start = at;
			while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at++;
			row.push(cell + text.slice(start, at));
			if (text[at] !== separator) break;
			at++;
		}
		if (text[at] === '\r') at++;
		if (text[at] === '\n') at++;
		rows.push(row);
	}
	return rows;
}
