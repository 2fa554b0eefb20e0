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

/** More tags than any article has: jsdom would take gigabytes for them. A browser has no such trouble. */
const MOST_TAGS = 400_000;

/** Inspects a file's bytes as if a browser had opened them at `address`; without bytes says why there are none. */
export function inspectFile(file: string, bytes: Uint8Array | undefined, address: string, trouble = ''): Inspection {
	if (bytes === undefined) return none(file, trouble);
	const decoded = decodeArticleFile(bytes);
	if ('error' in decoded) return none(file, UNREADABLE[decoded.error]);
	const isPage = /\.x?html?$/i.test(file);
	if (isPage && hasTooManyTags(decoded.text)) return none(file, 'too much markup for an article');
	const { window } = new JSDOM(isPage ? decoded.text : '<pre></pre>', { url: address, contentType: 'text/html' });
	try {
		const { document } = window;
		if (!isPage) document.querySelector('pre')!.textContent = decoded.text;
		const recognition = recognise(document, address);
		if (recognition.kind === 'not-article') return none(file, recognition.reason);
		const article = extractArticle(document, address, recognition, window as unknown as Window);
		return {
			file,
			kind: 'article',
			form: recognition.form,
			reason: recognition.reason,
			...(Object.fromEntries(FACTS.map((fact) => [fact, article[fact] ?? null])) as Record<
				(typeof FACTS)[number],
				string | null
			>),
		};
	} finally {
		window.close();
	}
}

function none(file: string, reason: string): Inspection {
	const facts = Object.fromEntries(FACTS.map((fact) => [fact, null])) as Record<(typeof FACTS)[number], null>;
	return { file, kind: 'not-article', form: null, reason, ...facts };
}

function hasTooManyTags(text: string): boolean {
	let count = 0;
	for (let at = text.indexOf('<'); at >= 0 && count <= MOST_TAGS; at = text.indexOf('<', at + 1)) count++;
	return count > MOST_TAGS;
}
