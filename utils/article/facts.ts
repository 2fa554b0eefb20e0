import type { ArticleFacts } from '../domain/article.ts';
import { editionOf, normaliseAddress, readArchivedAddress, slugOf, spoken } from './address.ts';
import { textCopyFacts } from './archive-document.ts';
import { archiveFacts } from './archive-facts.ts';
import { parseArchive } from './archive-form.ts';
import { readArchiveSource } from './archive-source.ts';
import { findArticleRoot } from './article-root.ts';
import { editionAt } from './editions.ts';
import { decodeEntities } from './entities.ts';
import { type ArticleData, readArticleData, textsOf } from './json-ld.ts';
import { readInstant } from './paris-time.ts';
import { pictureAddress, sourceOf } from './pictures.ts';
import type { Recognition } from './recognise.ts';
import { readSaversComment } from './savers-comment.ts';
import { squeeze } from './squeeze.ts';
import { splitTitle } from './title.ts';
import { readTwin } from './twin.ts';

/**
 * Reads what a copy tells of its article, from the page's own words first, then its metadata. It reads no text but that of
 * title, standfirst and author line, so it may run before the reader has done anything.
 */
export function readFacts(document: Document, address: string, recognition: Recognition): ArticleFacts {
	if (recognition.kind === 'article' && recognition.form.startsWith('archive-')) {
		const made = textCopyFacts(document);
		if (made) return made;
		const copy = parseArchive(readArchiveSource(document)?.source ?? '');
		if (copy.kind === 'archive') return archiveFacts(copy);
	}
	return readPageFacts(document, address, recognition);
}

function readPageFacts(document: Document, address: string, recognition: Recognition): ArticleFacts {
	const isArticle = recognition.kind === 'article';
	const found = isArticle ? findArticleRoot(document) : '';
	const root = typeof found === 'string' ? document.documentElement : found;
	const data = readArticleData(document) ?? {};
	const meta = (name: string) =>
		document
			.querySelector(`meta[property="${name}"], meta[name="${name}"], meta[itemprop="${name}"]`)
			?.getAttribute('content')
			?.trim() || undefined;

	const url = (isArticle ? recognition.url : undefined) ?? normaliseAddress(address);
	const edition = isArticle ? (recognition.edition ?? editionOf(url ?? '')) : undefined;
	const known = editionAt(edition);
	const lang = known?.lang ?? (document.documentElement.getAttribute('lang')?.trim() || undefined);
	const written =
		squeeze(meta('og:title') ?? document.title) || decodeEntities(textsOf(data.headline, 'name')[0] ?? '');
	const shown = squeeze(root.querySelector('h1')?.textContent);
	const { title, column } = isArticle
		? readTitle(shown, [written, squeeze(document.title)], slugOf(url ?? ''))
		: { title: (written.startsWith(shown) && shown) || written || slugOf(address) };
	const standfirst = squeeze(root.querySelector('.t-content__chapo')?.textContent);
	return {
		title,
		dir: known?.dir ?? readDirection(document, lang),
		...given({
			column,
			url,
			edition,
			twin: readTwin(document, address, edition),
			lang,
			byline: readByline(root, data) ?? (isArticle ? undefined : meta('author')),
			section:
				decodeEntities(textsOf(data.articleSection, 'name')[0] ?? meta('article:section') ?? '') ||
				sectionOf(edition && url),
			published: readInstant(meta('article:published_time')) ?? dated(data, 'datePublished') ?? readTimeElement(root),
			modified: readInstant(meta('article:modified_time')) ?? dated(data, 'dateModified'),
			captured: isArticle ? readCaptured(document, address, meta) : undefined,
			leadImage: readLeadImage(root, data, meta('og:image'), url),
			description:
				standfirst || squeeze(meta('description') ?? meta('og:description') ?? textsOf(data.description, '')[0]),
		}),
	};
}

/** Leaves out what is absent or empty. */
function given<T extends Record<string, string | undefined>>(facts: T): { [K in keyof T]?: string } {
	return Object.fromEntries(Object.entries(facts).filter(([, value]) => value)) as { [K in keyof T]?: string };
}

/** The title as the article shows it; what the page's own title has more, after a dash, is the column and the site. */
function readTitle(shown: string, written: readonly string[], slug: string): { title: string; column?: string } {
	if (shown === '') return splitTitle(written[0] ?? '', slug);
	for (const full of written) {
		const { title, column } = splitTitle(full, '');
		if (column !== undefined && title === shown) return { title, column };
	}
	return { title: splitTitle(shown, shown).title };
}

function readDirection(document: Document, lang: string | undefined): 'ltr' | 'rtl' {
	const dir = document.documentElement.getAttribute('dir') ?? document.body?.getAttribute('dir');
	return dir === 'rtl' || (dir !== 'ltr' && /^(ar|fa|he|ur|ps|ckb)\b/.test(lang ?? '')) ? 'rtl' : 'ltr';
}

function readByline(root: Element, data: ArticleData): string | undefined {
	const shown = [
		...root.querySelectorAll('.m-from-author__name, [itemprop=author] [itemprop=name], a[rel=author]'),
	].map((name) => squeeze(name.textContent));
	const people = [data.author ?? []]
		.flat()
		.filter(
			(author) =>
				(author as ArticleData | null)?.['@type'] !== 'Organization' &&
				(author as ArticleData | null)?.['@type'] !== 'NewsMediaOrganization',
		);
	const names = shown.length > 0 ? shown : textsOf(people, 'name').map(decodeEntities);
	return [...new Set(names)].filter(Boolean).join(', ') || undefined;
}

/** Path between edition and slug. */
function sectionOf(url: string | undefined): string | undefined {
	return url === undefined ? undefined : new URL(url).pathname.split('/').slice(2, -1).map(spoken).join('/');
}

function dated(data: ArticleData, key: string): string | undefined {
	return readInstant(textsOf(data[key], '')[0]);
}

function readTimeElement(root: Element): string | undefined {
	const time = root.querySelector('time[pubdate], .t-content__dates time, time[datetime]');
	return readInstant(time?.getAttribute('datetime')) ?? readInstant(time?.textContent);
}

function readCaptured(
	document: Document,
	address: string,
	meta: (name: string) => string | undefined,
): string | undefined {
	const comment = readSaversComment(document);
	const saved = comment && /saved date:\s*([^\n(]+)/.exec(comment)?.[1];
	if (saved) {
		const ms = Date.parse(saved.trim());
		if (!Number.isNaN(ms)) return new Date(ms).toISOString();
	}
	const canonical = document.querySelector('link[rel=canonical]')?.getAttribute('href') ?? '';
	for (const archived of [address, comment && /https?:\S+/.exec(comment)?.[0], canonical, meta('og:url')]) {
		const stamp = readArchivedAddress(archived ?? '')?.stamp ?? '';
		const [, day, time] = /^(\d{8})(\d{4}(?:\d{2})?)$/.exec(stamp) ?? [];
		if (day && time) {
			const instant = readInstant(
				`${day.replace(/(....)(..)(..)/, '$1-$2-$3')}T${time.padEnd(6, '0').replace(/(..)(..)(..)/, '$1:$2:$3')}Z`,
			);
			if (instant) return instant;
		}
	}
	return undefined;
}

function readLeadImage(
	root: Element,
	data: ArticleData,
	ogImage: string | undefined,
	base: string | undefined,
): string | undefined {
	const declared = [ogImage, ...textsOf(data.image, 'url'), ...textsOf(data.thumbnailUrl, '')];
	for (const candidate of declared) {
		const found = pictureAddress(candidate, base);
		if (found) return found;
	}
	const shown = root.querySelector('.t-content__main-media img');
	return shown ? sourceOf(shown, base) : undefined;
}
