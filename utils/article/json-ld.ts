/** What a page says of its article in JSON-LD, field names as in schema.org, values unchecked. */
export type ArticleData = Readonly<Record<string, unknown>>;

const ARTICLE = /Article$|^LiveBlogPosting$|Episode$|^(Video|Audio)Object$/;

/** Finds the article among a page's JSON-LD, whether written as one object, a list or a graph. What cannot be parsed is passed over. */
export function readArticleData(document: Document): ArticleData | undefined {
	let other: ArticleData | undefined;
	for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
		for (const entry of entriesOf(script.textContent)) {
			const types = [entry['@type']].flat().filter((type) => typeof type === 'string');
			if (types.some((type) => /Article$|Posting$/.test(type))) return entry;
			if (types.some((type) => ARTICLE.test(type))) other ??= entry;
		}
	}
	return other;
}

function entriesOf(json: string): ArticleData[] {
	if (json.length > 1_000_000) return [];
	try {
		const parsed: unknown = JSON.parse(json);
		const list = [parsed].flat();
		return list
			.flatMap((entry) => (isRecord(entry) ? [entry, ...[entry['@graph'] ?? []].flat()] : []))
			.filter(isRecord);
	} catch {
		return [];
	}
}

function isRecord(value: unknown): value is ArticleData {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The first piece of text in a value that may be text, an object with a name or address, or a list of either. */
export function textsOf(value: unknown, key: string): string[] {
	return [value ?? []].flat().flatMap((entry) => {
		const text: unknown = isRecord(entry) ? entry[key] : entry;
		return typeof text === 'string' && text.trim() !== '' ? [text.trim()] : [];
	});
}
