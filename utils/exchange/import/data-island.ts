/** The element that holds the annotations in our own page; JSON in it has no `<`. */
const ISLAND = /<script type="application\/ld\+json">([^<]*)<\/script>/i;

export interface DataIsland {
	readonly json: string;
	/** Lines of the file before it. */
	readonly linesBefore: number;
}

/** The annotations that a page of our own making holds; undefined in any other page. */
export function findDataIsland(html: string): DataIsland | undefined {
	const match = ISLAND.exec(html);
	if (match === null || !/<meta name="generator" content="En marge">/i.test(html)) return undefined;
	return { json: match[1]!, linesBefore: html.slice(0, match.index).split('\n').length - 1 };
}
