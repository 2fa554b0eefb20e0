import type { ArticleFacts } from '../domain/article.ts';
import { sha256 } from './sha256.ts';

/** Below this many bytes of folded text two articles may well say the same: a programme's standing announcement, a caption. */
const SHORTEST_TEXT_BYTES = 300;

/** What of an article's facts its identity rests on. */
export type IdentityFacts = Pick<ArticleFacts, 'title' | 'url' | 'edition' | 'lang' | 'published'>;

/**
 * The keys under which copies of one article meet.
 * - `url:` its normalised address
 * - `text:` SHA-256 of its text without the title, letters and digits only, so that a copy without address is tied to one with it
 * - `head:` edition or language, minute of publication and title, for copies whose text was edited in between
 *
 * A page of which nothing is known gets the key of its whole text: there is always one.
 */
export async function identityKeys(facts: IdentityFacts, text: string): Promise<string[]> {
	const keys: string[] = [];
	if (facts.url !== undefined) keys.push(`url:${facts.url}`);
	const body = utf8(folded(withoutTitle(text, facts.title)));
	if (body.length >= SHORTEST_TEXT_BYTES) keys.push(`text:${await sha256(body)}`);
	const title = folded(facts.title);
	const place = facts.edition ?? facts.lang;
	if (place !== undefined && facts.published !== undefined && title !== '') {
		keys.push(`head:${place}|${facts.published.slice(0, 16)}Z|${title}`);
	}
	if (keys.length === 0) keys.push(`text:${await sha256(utf8(folded(text)))}`);
	return keys;
}

/**
 * The keys of a page that is no article of RFI: its address alone. Title, day and text it may have borrowed from an article, to be
 * shown where that is annotated. A file has no address, but is the reader's own: it is known by its text.
 */
export async function pageKeys({ url, title }: IdentityFacts, text: string): Promise<string[]> {
	return url === undefined ? identityKeys({ title }, text) : [`url:${url}`];
}

/** SHA-256 of an article text, in hexadecimal: tells two versions of an article apart. */
export function fingerprint(text: string): Promise<string> {
	return sha256(utf8(text));
}

function withoutTitle(text: string, title: string): string {
	const end = text.indexOf('\n');
	return end > 0 && folded(text.slice(0, end)) === folded(title) ? text.slice(end + 1) : text;
}

const CHINESE_SIGNS = /[ \n\u3000，。、：；！？“”‘’《》（）「」]+/g;
const PLAIN = /^[0-9A-Za-z\u4e00-\u9fff]*$/;

/** Letters, marks and digits only: copies differ in white space, quotation marks and dashes. */
function folded(text: string): string {
	// Most Chinese texts are of nothing but these, and what normalising them does is known.
	const bare = text.replace(CHINESE_SIGNS, '');
	if (PLAIN.test(bare)) return bare.toLowerCase();
	return text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
	return new TextEncoder().encode(text);
}
