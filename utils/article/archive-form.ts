import type { Instant } from '../domain/annotation.ts';
import { spoken } from './address.ts';
import { readArchiveHead } from './archive-head.ts';
import { judgeArchive } from './archive-judge.ts';
import { EDITIONS, editionAt } from './editions.ts';
import { decodeEntities } from './entities.ts';
import { repairGluedTags } from './glued-tags.ts';
import { instantOf, isDateLine, readInstant } from './paris-time.ts';
import { pictureAddress } from './pictures.ts';
import { languageOfScript } from './script-language.ts';
import { squeeze } from './squeeze.ts';
import { splitTitle } from './title.ts';

/** A file in the archive form, taken apart. Absent: what it does not tell. */
export interface ArchiveCopy {
	readonly kind: 'archive';
	/** The title line as text, with the suffixes that RFI appends. */
	readonly heading: string;
	/** Without site name and column. */
	readonly title: string;
	readonly column?: string;
	/** Normalised. */
	readonly url?: string;
	readonly edition?: string;
	readonly lang?: string;
	/** Path between edition and slug, e.g. `中国`, `contenu`, `专栏检索/法国世界报`. */
	readonly section?: string;
	/** From the date line, which is in Paris time. */
	readonly published?: Instant;
	/** When the bot fetched the page. */
	readonly captured?: Instant;
	readonly leadImage?: string;
	/** Text of the bold first paragraph before the body. */
	readonly standfirst?: string;
	readonly byline?: string;
	/** What follows the header, its glued tags parted. Untrusted HTML, furniture included. */
	readonly html: string;
	/** Why it was taken for an article of RFI. */
	readonly reason: string;
}

export interface NotArchive {
	readonly kind: 'not-archive';
	readonly reason: string;
}

/** More tags than any article has; a page built of them would take more memory than the reader has. */
const MOST_TAGS = 300_000;

/**
 * Takes a file in the archive form apart: comment with the time of fetching, front matter, title line, date line, lead picture, standfirst,
 * body, author line. Pure and linear in the size. Files of other publishers in the same form are no archive of ours.
 */
export function parseArchive(source: string): ArchiveCopy | NotArchive {
	const head = readArchiveHead(source);
	const judgement = judgeArchive(source);
	if (!head || !judgement.isArticle) return { kind: 'not-archive', reason: judgement.reason };
	if (countTags(source, MOST_TAGS) >= MOST_TAGS)
		return { kind: 'not-archive', reason: 'too much markup for an article' };
	const html = repairGluedTags(source.slice(head.end));
	const start = readBeginning(html);
	const heading = squeeze(decodeEntities(head.heading ?? ''));
	const path = judgement.address ? new URL(judgement.address.url).pathname.split('/').slice(2).map(spoken) : undefined;
	const split = splitTitle(heading, path?.at(-1));
	const lang = editionAt(judgement.address?.edition)?.lang ?? languageOfScript(`${heading}\n${html}`);
	const edition = judgement.address?.edition ?? EDITIONS.find((one) => one.lang === lang)?.path;
	const captured = head.epochMs === undefined ? readInstant(head.fields.date) : instantOf(head.epochMs);
	return {
		kind: 'archive',
		heading,
		title: split.title,
		html: start.dateOnly ? html.slice(start.dateOnly) : html,
		reason: judgement.reason,
		...given({
			column: split.column,
			url: judgement.address?.url,
			edition,
			lang,
			section: path?.slice(0, -1).join('/'),
			published: start.published,
			captured,
			leadImage: start.leadImage,
			standfirst: start.standfirst,
			byline: readByline(html),
		}),
	};
}

/** Leaves out what is absent or empty. */
function given<T extends Record<string, string | undefined>>(facts: T): { [K in keyof T]?: string } {
	return Object.fromEntries(Object.entries(facts).filter(([, value]) => value)) as { [K in keyof T]?: string };
}

interface Beginning {
	published?: Instant | undefined;
	leadImage?: string | undefined;
	standfirst?: string | undefined;
	/** Length of a date that stands in no element. */
	dateOnly?: number;
}

/** Reads date line, lead picture (or the word `Array` in its place) and standfirst, which follow each other. */
function readBeginning(html: string): Beginning {
	const read: Beginning = {};
	let rest = html.slice(0, 20_000).replace(/^\s*<div>\s*(?=<div)/, '');
	const loose = /^\s*(?:日期|Date)\s?[：:]\s*([^\n<]{6,60})(?:\n|(?=<))/.exec(rest);
	const date = loose ?? /^\s*<(div|p|i|time)\b[^>]{0,200}>\s*(?:<i>)?\s*([^<]{6,60}?)\s*(?:<\/i>)?\s*<\/\1>/.exec(rest);
	const written = loose?.[1] ?? date?.[2];
	if (date && written && (loose || isDateLine(written))) {
		read.published = readInstant(written);
		if (loose) read.dateOnly = loose[0].length;
		rest = rest.slice(date[0].length);
	}
	const image = /^\s*(?:<img\b[^>]{0,4000}?\ssrc="([^"]{0,2000})"[^>]{0,4000}>|Array\b)/.exec(rest);
	if (image) {
		read.leadImage = pictureAddress(decodeEntities(image[1] ?? ''));
		rest = rest.slice(image[0].length);
	}
	const standfirst = /^\s*<p\b[^>]{0,200}>\s*<strong>([\s\S]{0,6000}?)<\/strong>\s*<\/p>/.exec(rest);
	if (standfirst) read.standfirst = textOf(standfirst[1]!);
	return read;
}

/** `<span>作者：</span><a href="/cn/作者/NAME/" title="NAME">NAME</a>`, in any language. */
function readByline(html: string): string | undefined {
	const line = /[:：]\s{0,20}<\/span>((?:[\s,、|]{0,9}<a\b[^>]{1,900}>[^<]{1,90}<\/a>){1,9})/g;
	for (const [, links = ''] of html.matchAll(line)) {
		const names = [...links.matchAll(/<a\b([^>]*)>([^<]*)<\/a>/g)];
		const all = names.map(([, attributes = '', name = '']) => {
			const href = /href="([^"]*)"/.exec(attributes)?.[1] ?? '';
			return href.endsWith('/') && attributes.includes(`title="${name.trim()}"`) ? textOf(name) : '';
		});
		if (all.length > 0 && !all.includes('')) return all.join(', ');
	}
	return undefined;
}

function textOf(html: string): string {
	return squeeze(decodeEntities(html.replace(/<[^>]*>/g, '')));
}

function countTags(source: string, limit: number): number {
	let count = 0;
	for (let at = source.indexOf('<'); at >= 0 && count < limit; at = source.indexOf('<', at + 1)) count++;
	return count;
}
