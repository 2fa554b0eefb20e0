/** A title without what RFI appends to it. */
export interface SplitTitle {
	readonly title: string;
	/** The programme or column named at its end. */
	readonly column?: string;
}

/** Names under which RFI signs its titles. */
const SITE =
	/\s+[-–—|]\s+(RFI(?:\s[\p{L}\s]{1,30})?|Radio France Internationale|法国国际广播电台|法國國際廣播電[台臺]|法[广廣]|РФИ|ار\.?\s?اف\.?\s?ای)\s*$/iu;

/**
 * Takes the site's name off a title, then the column. A column is a short name after ` - ` that the slug does not hold: slugs are made
 * from the title alone. Where no slug is known the name must be very short. A slug of `''` holds nothing.
 */
export function splitTitle(written: string, slug?: string): SplitTitle {
	let title = written.trim();
	for (let found = SITE.exec(title); found; found = SITE.exec(title)) title = title.slice(0, found.index).trim();
	const found = /^(.*\S)\s+-\s+([^-–—|,，。！？：；!?:;“”"«»]{1,40})$/s.exec(title);
	if (!found) return { title };
	const [, rest = '', column = ''] = found;
	const isColumn =
		slug === undefined ? isShort(column) : !holdsTitle(lettersOf(slug), lettersOf(rest), lettersOf(column));
	return isColumn ? { title: rest, column: column.trim() } : { title };
}

/** Whether a slug goes on, after the beginning of a title, with what may be a column. An edited title keeps its first slug. */
function holdsTitle(slug: string, rest: string, column: string): boolean {
	return column !== '' && (slug.endsWith(column) || slug.includes(rest.slice(-3) + column));
}

function lettersOf(text: string): string {
	return text
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]/gu, '');
}

function isShort(name: string): boolean {
	return /\p{Script=Han}/u.test(name) ? name.length <= 8 : name.split(/\s+/).length <= 3;
}
