import type { SiteRequest } from './start-site.ts';

/** Hosts that browsers themselves ask, also without any extension: updates, lists of sites, the clock, their own services. */
const HOSTS_OF_BROWSERS =
	/(?:^|\.)(?:mozilla\.(?:com|net|org)|firefox\.com|google\.com|googleapis\.com|gstatic\.com|gvt[12]\.com|google-analytics\.com)$/;

/** Whether a browser asks this of its own accord; it also asks for the pictures of tabs. */
export function isOfBrowsers(url: string): boolean {
	const { hostname, pathname } = new URL(url);
	return HOSTS_OF_BROWSERS.test(hostname) || pathname === '/favicon.ico';
}

/** What a page asks for by its own markup; a script's `fetch`, beacon or worker is none of these. */
const ASKED_BY_MARKUP = new Set([
	'audio',
	'document',
	'embed',
	'font',
	'iframe',
	'image',
	'manifest',
	'object',
	'script',
	'style',
	'video',
]);

/**
 * Requests that neither the browser nor the pages of the tests account for. The pages ask for documents and what their markup
 * names; whatever else reaches the web that stands in for the internet can only be En marge's.
 */
export function unexplainedRequests(requests: readonly SiteRequest[]): SiteRequest[] {
	return requests.filter(({ method, url, destination }) => {
		if (isOfBrowsers(url)) return false;
		return method !== 'GET' || !ASKED_BY_MARKUP.has(destination);
	});
}
