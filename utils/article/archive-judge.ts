import { innermost, type RfiAddress } from './address.ts';

/** Signs of RFI in the archive form. */
const ARCHIVE_SIGNS: readonly [string, RegExp][] = [
	['time of fetching', /<!--\s*\d{10,13}\s*-->/],
	['date line', /<div>\s*\d\d\/\d\d\/\d{4} - \d\d:\d\d\s*<\/div>/],
	['pictures of rfi.fr', /\/\/(s|static)\.rfi\.fr\//],
	['markup', /t-content__body|o-self-promo|data-selfpromo/],
	['filed under RFI', /^((categories|tags|author|source):.*|\s*- *)(\brfi\b|法[广廣])/im],
	['site name in title', /^(title:|\[).*[-–|] RFI\b/m],
];

export interface ArchiveJudgement {
	readonly isArticle: boolean;
	/** The signs seen, or why it is none. */
	readonly reason: string;
	readonly address?: RfiAddress | undefined;
}

/**
 * Tells whether a file in the archive form is an article of RFI, by its first few thousand characters. The form alone proves nothing: other
 * publishers' articles are archived in it, other sites of the house share RFI's markup, and a copy of RFI may lack its address.
 */
export function judgeArchive(wholeSource: string): ArchiveJudgement {
	const source = wholeSource.slice(0, 12_000);
	const post = /^\s*---[ \t]*\r?\n([\s\S]{0,5000}?\n)---[ \t]*\r?\n/.exec(source);
	const head = /^\s*(?:<!--[\s\d]+-->\s*)?(\S.*)\r?\n-{3,}[ \t]*(\r?\n|$)/.exec(source.slice(post?.[0].length ?? 0));
	if (!post && !head) return { isArticle: false, reason: 'no archive header' };
	const url =
		/.*\]\((https?:.*)\)\s*$/.exec(head?.[1] ?? '')?.[1] ??
		/^(?:from|link|url|source|original|canonical):\s*["']?(https?:[^\s"']+)/m.exec(post?.[1] ?? '')?.[1];
	const address = innermost(url ?? '');
	if (url && (!address || address.kind === 'listing'))
		return { isArticle: false, reason: 'archive form of another page' };
	const signs = ARCHIVE_SIGNS.filter(([, sign]) => sign.test(source)).map(([name]) => name);
	const needed = url ? 1 : post ? 2 : 3;
	const isArticle = signs.length >= needed && (!!url || /rfi/i.test(`${signs}`));
	const header = url ? 'address of rfi.fr' : 'no address';
	return { isArticle, reason: `archive form: ${[header, ...signs].join(', ')}`, address };
}
