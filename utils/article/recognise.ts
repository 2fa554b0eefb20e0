import { innermost, type RfiAddress, readArchivedAddress, readRfiAddress } from './address.ts';
import { judgeArchive } from './archive-judge.ts';
import { readArchiveSource } from './archive-source.ts';
import { findArticleRoot } from './article-root.ts';
import { readSaversComment } from './savers-comment.ts';

/**
 * What kind of copy of an article a page is.
 * - `live`: on one of RFI's own hosts
 * - `saved-page`: a complete page on disk
 * - `web-archive`: a complete page in a web archive
 * - `archive-text`: a file in the archive form, shown by the browser as plain text
 * - `archive-html`: the same, opened by the browser as a page
 */
export type CopyForm = 'live' | 'saved-page' | 'web-archive' | 'archive-text' | 'archive-html';

/** `reason` names the signs that decided. */
export type Recognition =
	| {
			readonly kind: 'article';
			readonly form: CopyForm;
			readonly reason: string;
			/** Normalised; absent for a copy that does not tell its address. */
			readonly url?: string;
			readonly edition?: string;
	  }
	| { readonly kind: 'not-article'; readonly reason: string };

/** A sign's name, or nothing where it is not seen. */
type Sign = string | false | undefined;

/**
 * Tells whether a page is an article of RFI. It runs on every RFI page and every local file, so it reads the address and the head, and
 * the text only of what begins like the archive form.
 */
export function recognise(document: Document, address: string): Recognition {
	if (!document.body || !document.head) return no('no page');
	if (/^file:/i.test(address)) return recogniseFile(document);
	const archived = readArchivedAddress(address);
	// The address of a copy may be a bare number; the page then tells the address inside.
	const inside =
		archived &&
		(archived.url ??
			claimsOf(document)
				.map((claim) => readArchivedAddress(claim)?.url)
				.find(Boolean));
	const rfi = readRfiAddress(archived ? (inside ?? '') : address);
	if (!rfi) return no('not of rfi.fr');
	// On today's site the address of a list is enough; former hosts had other addresses.
	if (rfi.kind === 'listing' && /\/\/www\./.test(address)) return no('a list of RFI');
	// What the page is comes from where it is: one that gives another article's address for its own is not believed.
	return recognisePage(document, archived ? 'web-archive' : 'live', rfi, archived && 'archived address');
}

function recogniseFile(document: Document): Recognition {
	const copy = readArchiveSource(document, 6000);
	if (copy) {
		const { reason, address, isArticle } = judgeArchive(copy.source);
		return isArticle ? yes(copy.form, reason, address) : no(reason);
	}
	const comment = readSaversComment(document);
	const saved = comment && /https?:\S+/.exec(comment)?.[0];
	const claims = saved ? [saved, ...claimsOf(document)] : claimsOf(document);
	const read = claims.map(innermost);
	// A page may quote an address of RFI as its own: every address it gives must agree.
	if (!read[0] || read.includes(undefined)) return no('not saved from rfi.fr');
	return recognisePage(document, 'saved-page', read.at(-1)!, saved && 'saved address');
}

/** Addresses a page gives for itself. */
function claimsOf({ head }: Document): string[] {
	return [
		head.querySelector('meta[property="og:url"]')?.getAttribute('content') ?? '',
		head.querySelector('link[rel=canonical]')?.getAttribute('href') ?? '',
	].filter((claim) => /^https?:/.test(claim));
}

/** How RFI describes one article, programme or video in JSON-LD. */
const ARTICLE_DATA = /"@type"\s*:\s*\[?\s*"(\w*Article|LiveBlogPosting|(Video|Audio)Object|\w*Episode)"/;

function recognisePage(document: Document, form: CopyForm, address: RfiAddress, sign: Sign): Recognition {
	if (address.kind === 'listing') return no('a list of RFI');
	const { head } = document;
	const type = head.querySelector('meta[property="og:type"]')?.getAttribute('content') ?? '';
	const root = findArticleRoot(document);
	if (typeof root === 'string') return no(root);
	const signs = [
		sign,
		address.kind === 'dated' && 'dated address',
		/^(article|video|music)/.test(type) && `og:type ${type}`,
		head.querySelector('meta[property="article:published_time"]') && 'publication time',
		/t-content--(article|video|report|diaporama|breaking)/.test(root.closest('.t-content')?.className ?? '') &&
			'page kind',
		[...document.querySelectorAll('script[type="application/ld+json"]')].some((data) =>
			ARTICLE_DATA.test(data.textContent),
		) && 'JSON-LD',
	].filter(Boolean);
	// Lists and services may have an address, a title and a text too.
	if (signs.length < (type === 'website' ? 3 : 2)) return no(`too few signs: ${signs}`);
	return yes(form, `address of rfi.fr, ${signs.join(', ')}, title over body`, address);
}

function yes(form: CopyForm, reason: string, address: RfiAddress | undefined): Recognition {
	return {
		kind: 'article',
		form,
		reason,
		...(address && { url: address.url }),
		...(address?.edition && { edition: address.edition }),
	};
}

function no(reason: string): Recognition {
	return { kind: 'not-article', reason };
}
