import { JSDOM } from 'jsdom';
import { decodeArticleFile } from '../../utils/article/decode.ts';
import { extractArticle } from '../../utils/article/extract.ts';
import { recognise } from '../../utils/article/recognise.ts';

const FACTS = [
	'title',
	'url',
	'edition',
	'lang',
	'published',
	'captured',
	'section',
	'byline',
	'leadImage',
	'description',
	'text',
] as const;

/** What `npm run inspect` prints of one file; a fact that is absent is null. */
export type Inspection = {
	readonly file: string;
	readonly kind: 'article' | 'not-article';
	readonly form: string | null;
	readonly reason: string;
} & { readonly [fact in (typeof FACTS)[number]]: string | null };

const UNREADABLE = {
	empty: 'the file is empty',
	binary: 'the file is not text',
	'too-large': 'the file is too large for an article',
	'unknown-encoding': 'the file is text in no known encoding',
} as const;

/** Inspects a file's bytes as if a browser had opened them at `address`; without bytes says why there are none. */
export function inspectFile(file: string, bytes: Uint8Array | undefined, address: string, trouble = ''): Inspection {
	if (bytes === undefined) return none(file, trouble);
	const decoded = decodeArticleFile(bytes);
	if ('error' in decoded) return none(file, UNREADABLE[decoded.error]);
	try {
		return inspectText(file, decoded.text, address);
	} catch (error) {
		return none(file, `the file could not be read: ${error instanceof Error ? error.message : String(error)}`);
	}
}

function inspectText(file: string, text: string, address: string): Inspection {
	const isPage = /\.x?html?$/i.test(file);
	const excess = excessOf(text);
	const { window } = new JSDOM(isPage && !excess ? text : '<pre></pre>', { url: address, contentType: 'text/html' });
	try {
		const { document } = window;
		if (excess || !isPage) document.querySelector('pre')!.textContent = text;
		const recognition = recognise(document, address);
		if (recognition.kind === 'not-article') return none(file, recognition.reason);
		if (excess) return none(file, excess);
		const article = extractArticle(document, address, recognition, window as unknown as Window);
		const facts = FACTS.map((fact) => [fact, article[fact] ?? null]);
		return {
			file,
			kind: 'article',
			form: recognition.form,
			reason: recognition.reason,
			...(Object.fromEntries(facts) as Record<(typeof FACTS)[number], string | null>),
		};
	} finally {
		window.close();
	}
}

/**
 * Markup that no article has, and that jsdom would need gigabytes or hours for. A browser has no such trouble.
 * Elements that end by themselves do not nest.
 */
function excessOf(text: string): string | undefined {
	const selfEnding =
		/^(p|li|d[dt]|t[drh]|tbody|option|img|br|hr|meta|link|input|source|wbr|col|area|base|embed|track|param)$/i;
	let tags = 0;
	let depth = 0;
	for (const [, slash, name = '', end] of text.matchAll(/<(\/?)([a-z][a-z0-9]*)(?:[^<>]{0,4000}?(\/?)>)?/gi)) {
		if (++tags > 400_000) return 'too much markup for an article';
		if (selfEnding.test(name) || end) continue;
		depth = slash ? Math.max(0, depth - 1) : depth + 1;
		if (depth > 2000) return 'markup nested too deep for an article';
	}
	return undefined;
}

function none(file: string, reason: string): Inspection {
	const facts = Object.fromEntries(FACTS.map((fact) => [fact, null])) as Record<(typeof FACTS)[number], null>;
	return { file, kind: 'not-article', form: null, reason, ...facts };
}
