import { derivedId } from '../../domain/derived-id.ts';
import { NO_VERSION } from '../../domain/library-part.ts';
import { foundSelectors } from './found-selectors.ts';
import type { Gathering } from './gather.ts';
import { htmlToText } from './html-to-text.ts';
import { type JsonPath, lineOfPath, pathText } from './line-of-path.ts';
import { instantOf, isObject, listOf, members, words } from './read-member.ts';

type Node = Readonly<Record<string, unknown>>;

/** One highlight, perhaps of several paragraphs. */
interface Clip {
	readonly path: JsonPath;
	readonly identity: string;
	readonly text: string;
	readonly prefix?: string | undefined;
	readonly suffix?: string | undefined;
	readonly notes: readonly string[];
	/** Undefined where the file does not tell it. */
	readonly time: string | undefined;
}

/** Whether parsed JSON looks like the highlights that Obsidian's Web Clipper exports. */
export function isClipperFile(value: unknown): boolean {
	return (
		Array.isArray(value) &&
		value.some((page) => typeof members(page).url === 'string' && ('highlights' in page || 'data' in page))
	);
}

/** Highlights of Obsidian's Web Clipper: HTML, which is taken as the words it shows. Older files have no `data`. */
export function readClipper(value: unknown, text: string, at: string, gathering: Gathering): void {
	const place = (path: JsonPath) => ({ line: lineOfPath(text, path), path: pathText(path) });
	for (const [index, page] of listOf(value).entries()) {
		if (!isObject(page)) {
			gathering.trouble('wrong-form', place([index]));
			continue;
		}
		const [address, title] = [words(page.url), words(page.title)];
		const articleId = gathering.article({ facts: { ...(title !== undefined && { title }) }, address }, place([index]));
		if (articleId === undefined) continue;
		for (const clip of clipsOf(page, index, (path) => gathering.trouble('wrong-form', place(path)))) {
			if (clip.text === '') {
				gathering.trouble('no-quote', place(clip.path));
				continue;
			}
			gathering.annotation(
				{
					id: derivedId('clipper', address ?? '', clip.identity, clip.text),
					articleId,
					version: NO_VERSION,
					created: clip.time ?? at,
					modified: clip.time ?? at,
					color: 'yellow',
					style: 'solid',
					note: clip.notes.join('\n\n'),
					tags: [],
					selectors: foundSelectors(
						{ exact: clip.text, prefix: clip.prefix, suffix: clip.suffix },
						gathering.count(articleId),
					),
				},
				place(clip.path),
			);
		}
	}
}

/** From `data`, which knows more, its groups put together; from `highlights` where there is none. */
function clipsOf(page: Node, index: number, trouble: (path: JsonPath) => void): Clip[] {
	const isFull = listOf(page.data).length > 0;
	const name = isFull ? 'data' : 'highlights';
	const clips = new Map<string, Clip>();
	for (const [n, item] of listOf(page[name]).entries()) {
		const path = [index, name, n];
		const html = isObject(item) ? item[isFull ? 'content' : 'text'] : undefined;
		if (!isObject(item) || typeof html !== 'string') {
			trouble(path);
			continue;
		}
		const { prefix, suffix } = members(item.textQuote);
		const key = [item.groupId, item.id, item.timestamp].map(plain).find(Boolean) ?? String(n);
		const first = clips.get(key);
		const piece = htmlToText(html);
		clips.set(key, {
			path: first?.path ?? path,
			identity: key,
			text: [first?.text, piece].filter(Boolean).join('\n'),
			prefix: first ? first.prefix : words(prefix),
			suffix: words(suffix),
			notes: [...(first?.notes ?? []), ...listOf(item.notes).filter((note) => typeof note === 'string')],
			time: first?.time ?? timeOf(item.timestamp) ?? timeOf(item.id),
		});
	}
	return [...clips.values()];
}

/** Ids are milliseconds since 1970, as a number or in digits. */
function timeOf(value: unknown): string | undefined {
	const digits = /^\d{12,14}/.exec(plain(value))?.[0];
	return digits === undefined ? instantOf(value) : instantOf(new Date(Number(digits)).toISOString());
}

/** A number or a string as a string; nothing for anything else. */
function plain(value: unknown): string {
	return typeof value === 'number' || typeof value === 'string' ? String(value) : '';
}
