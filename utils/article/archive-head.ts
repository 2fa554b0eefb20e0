/** Header of a file in the archive form, read from its first characters only. */
export interface ArchiveHead {
	/** When the bot fetched the page, milliseconds since 1970. */
	readonly epochMs?: number;
	/** The title as written, with its suffixes and entities. */
	readonly heading?: string;
	/** Where `heading` begins in the source, UTF-16 code units. */
	readonly headingStart: number;
	/** The address as written. */
	readonly url?: string;
	/** Front matter: keys in lower case, values without their quotes. */
	readonly fields: Readonly<Record<string, string>>;
	/** Where the header ends in the source and the article's HTML begins. */
	readonly end: number;
}

/** A line longer than this belongs to no header. */
const LONGEST_LINE = 8000;
const MOST_FIELDS = 60;

/** Keys of front matter that hold the address of the page a post was made from. */
const ADDRESS_KEYS = ['from', 'link', 'url', 'source', 'original', 'canonical'];

/**
 * Reads, each at most once and in this order: front matter between `---` lines, `<!--EPOCH-->`, `[TITLE](URL)` over a line of dashes.
 * Undefined where there is neither front matter nor a line over dashes. `source` may be cut off after a few thousand characters.
 */
export function readArchiveHead(source: string): ArchiveHead | undefined {
	const head: { -readonly [K in keyof ArchiveHead]: ArchiveHead[K] } & { fields: Record<string, string> } = {
		headingStart: 0,
		fields: {},
		end: skipSpace(source, 0),
	};
	const isPost = /^---[ \t]*\r?\n/.test(source.slice(head.end, head.end + 20));
	if (isPost && !readFrontMatter(source, head)) return undefined;
	const comment = /^<!--\s{0,9}(\d{10}|\d{13})\s{0,9}-->/.exec(source.slice(head.end, head.end + 40));
	if (comment) {
		head.epochMs = Number(comment[1]!.padEnd(13, '0'));
		head.end = skipSpace(source, head.end + comment[0].length);
	}
	const start = head.end;
	const [line, afterLine] = lineAt(source, start);
	const [dashes, afterDashes] = lineAt(source, afterLine);
	if (line !== '' && /^-{3,}\s*$/.test(dashes)) {
		const opening = line.startsWith('[') ? 1 : 0;
		const split = line.lastIndexOf('](');
		if (split > 0) head.url = line.slice(split + 2).replace(/\)\s*$/, '');
		head.heading = line.slice(opening, split > 0 ? split : line.length);
		head.headingStart = start + opening;
		head.end = skipSpace(source, afterDashes);
	} else if (!isPost) return undefined;
	if (head.url === undefined) {
		const url = ADDRESS_KEYS.map((key) => head.fields[key]).find((value) => value && /^https?:/.test(value));
		if (url) head.url = url;
	}
	return head;
}

/** Reads `key: value` lines up to the closing `---`; false where it is not front matter after all. */
function readFrontMatter(
	source: string,
	head: { heading?: string; headingStart: number; end: number; fields: Record<string, string> },
): boolean {
	let at = lineAt(source, head.end)[1];
	for (let count = 0; count < MOST_FIELDS && at < source.length; count++) {
		const [line, next] = lineAt(source, at);
		if (/^---\s*$/.test(line)) {
			head.end = skipSpace(source, next);
			return true;
		}
		const pair = /^([A-Za-z][\w-]{0,40}):[ \t]*(.*)$/.exec(line);
		if (pair) {
			const key = pair[1]!.toLowerCase();
			const value = pair[2]!.trim();
			const quoted = /^(["'])(.*)\1$/.exec(value);
			head.fields[key] ??= quoted ? quoted[2]! : value;
			if (key === 'title' && head.heading === undefined && value !== '') {
				head.heading = head.fields[key];
				head.headingStart = at + line.indexOf(value, key.length + 1) + (quoted ? 1 : 0);
			}
		}
		at = next;
	}
	return false;
}

/** The line at `at` without its end, and where the next one begins. */
function lineAt(source: string, at: number): [line: string, next: number] {
	const found = source.indexOf('\n', at);
	const end = found < 0 ? source.length : found;
	return [source.slice(at, Math.min(end, at + LONGEST_LINE)).replace(/\r$/, ''), end + 1];
}

function skipSpace(source: string, at: number): number {
	const next = /[^\s\uFEFF]/g;
	next.lastIndex = at;
	return next.exec(source)?.index ?? source.length;
}
