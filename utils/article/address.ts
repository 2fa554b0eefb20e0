import { isEdition } from './editions.ts';

/** What an address on rfi.fr promises: an article by its day, a list or service, or neither. */
export type AddressKind = 'dated' | 'undated' | 'listing';

/** An address on one of RFI's editions. */
export interface RfiAddress {
	/** Path of the edition. */
	readonly edition: string | undefined;
	readonly kind: AddressKind;
	/** The one spelling of this address. */
	readonly url: string;
}

/** Hosts the editions had before 2020, where they were not named by the edition's path. */
const OLD_HOSTS = ' trad.cn=tw english=en espanol=es';

/**
 * First segment, after the edition, of what is no article although its address may lack a final slash. Known for some editions only:
 * elsewhere the page itself must show what it is.
 */
const LISTING = /^(tag|关键词|關鍵.|auteur|author|作者|直播|live|direct.*|rss)$/;

/** Reads an address on www.rfi.fr, its AMP and mobile hosts, or an edition's former host; undefined for anything else. */
export function readRfiAddress(address: string): RfiAddress | undefined {
	const url = parseUrl(address);
	const host = /^(?:(?:www|amp|[mt])\.)*(?:([a-z.]+)\.)?rfi\.fr$/.exec(url?.hostname ?? '');
	if (!url || !host) return undefined;
	const segments = url.pathname.split('/').filter(Boolean).map(respell);
	const [first = ''] = segments;
	let edition = isEdition(first.toLowerCase()) ? first.toLowerCase() : undefined;
	if (edition) segments.shift();
	if (host[1]) {
		edition = OLD_HOSTS.split(` ${host[1]}=`)[1]?.slice(0, 2) ?? host[1];
		if (!isEdition(edition)) return undefined;
	}
	const isDated = /^\d{8}(-|$)/.test(segments.at(-1) ?? '');
	// Before 2020 the French edition had no segment of its own.
	if (isDated) edition ??= 'fr';
	const isList = !edition || !segments[0] || url.pathname.endsWith('/') || LISTING.test(spoken(segments[0]));
	if (edition) segments.unshift(edition);
	return {
		edition,
		kind: isDated ? 'dated' : isList ? 'listing' : 'undated',
		url: `https://www.rfi.fr/${segments.join('/')}`,
	};
}

/** The last segment of an address, as people read it. */
export function slugOf(address: string): string {
	return spoken(address.slice(address.lastIndexOf('/') + 1));
}

/** A segment as people read it. */
export function spoken(segment: string): string {
	try {
		return decodeURIComponent(segment).normalize('NFC');
	} catch {
		// Not UTF-8.
		return segment;
	}
}

/** One percent-encoding for all spellings of a segment; where it is not UTF-8, only the hexadecimal digits are made alike. */
function respell(segment: string): string {
	try {
		return encodeURIComponent(decodeURIComponent(segment).normalize('NFC'));
	} catch {
		return segment.replace(/%../g, (code) => code.toUpperCase());
	}
}

/** Where a web archive took a page from, and when. */
export interface ArchivedAddress {
	/** Absent where the archive gave its copy a number instead. */
	readonly url?: string;
	/** UTC, digits of year to second, as many as the address tells. */
	readonly stamp?: string;
}

/** Reads `https://web.archive.org/web/20230918163600/https://www.rfi.fr/…` and its like; undefined on any other host. */
export function readArchivedAddress(address: string): ArchivedAddress | undefined {
	const url = parseUrl(address);
	if (!/^(web\.archive\.org|(www\.)?archive\.(today|ph|is|md|li|fo|vn)|arquivo\.pt)$/.test(url?.hostname ?? ''))
		return undefined;
	const found = /^\/[a-z]*\/?(?:(\d[\d.-]{3,18})(?:[a-z]{2}_|\*)?\/)?(https?:\/+)?([\w-]+\.[\w.-]+(?::\d+)?\/.*)$/.exec(
		url!.pathname,
	);
	if (!found) return {};
	const inner = (found[2] ?? 'https://').replace(/\/+$/, '//') + found[3] + url!.search;
	return found[1] ? { url: inner, stamp: found[1].replace(/\D/g, '') } : { url: inner };
}

/** Parameters that tell where a reader came from, on any site. */
const TRACKING = /^(utm_.*|at_.*|ns_.*|mc_[ce]id|xtor|fbclid|gclid|dclid|msclkid|igshid|twclid|yclid|_ga)$/i;

/**
 * The one spelling of an address, so that two copies of an article can be told to be the same; undefined for what is no
 * address on the web. Idempotent. Of an archived address it is the address inside.
 * On RFI: https, www, the edition first, NFC percent-encoded, no query, no hash, no final slash. Elsewhere only hash and tracking
 * parameters go: a query may be what tells two pages apart.
 */
export function normaliseAddress(address: string): string | undefined {
	const inner = readArchivedAddress(address)?.url;
	if (inner) return normaliseAddress(inner);
	const rfi = readRfiAddress(address);
	if (rfi) return rfi.url;
	const url = parseUrl(address);
	if (!url) return undefined;
	url.hash = url.username = url.password = '';
	url.search = url.search
		.slice(1)
		.split('&')
		.filter((pair) => !TRACKING.test(pair.split('=')[0]!))
		.join('&');
	return url.href;
}

/** Path of the edition an address belongs to: `fr`, `cn`, `fa`… */
export function editionOf(address: string): string | undefined {
	return innermost(address)?.edition;
}

/** The address on RFI that an address is, or that a web archive holds under it. */
export function innermost(address: string): RfiAddress | undefined {
	return readRfiAddress(readArchivedAddress(address)?.url ?? address);
}

/** Undefined for what is no address on the web. */
export function parseUrl(address: string): URL | undefined {
	// No article's address is longer, and an address inside an address inside an address is somebody's joke.
	if (!/^https?:/i.test(address) || address.length > 8000) return undefined;
	try {
		return new URL(address);
	} catch {
		return undefined;
	}
}
