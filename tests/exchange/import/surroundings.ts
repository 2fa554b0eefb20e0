import type { ImportSurroundings } from '../../../utils/exchange/import/imported.ts';

export const AT = '2026-11-22T12:00:00.000Z';

/** Knows addresses of the web, and which edition a path names. */
export const SURROUNDINGS: ImportSurroundings = {
	at: AT,
	identify(address) {
		const match = /^https?:\/\/(www\.rfi\.fr\/([a-z]{2})\/|[^/]+)/.exec(address);
		if (match === null) return undefined;
		return { url: address.split('#')[0]!, ...(match[2] && { edition: match[2], lang: match[2] }) };
	},
};
