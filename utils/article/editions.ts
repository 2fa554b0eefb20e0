/** One language edition of rfi.fr. */
export interface Edition {
	/** First segment of every path on www.rfi.fr, e.g. `cn`. */
	readonly path: string;
	/** BCP 47, as in the `lang` of its pages. */
	readonly lang: string;
	readonly dir: 'ltr' | 'rtl';
}

/** The language menu of the site, November 2025. */
const PATHS = 'br cn en es fa ff fr ha km ma pt ro ru sw tw uk vi';

/** Languages that are not named like the path of their edition. */
const LANGS: Readonly<Record<string, string>> = { br: 'pt-BR', cn: 'zh-Hans', ma: 'bm', tw: 'zh-Hant' };

export function isEdition(path: string): boolean {
	return /^..$/.test(path) && PATHS.includes(path);
}

/** The 17 editions, in the order of their paths. */
export const EDITIONS: readonly Edition[] = /* @__PURE__ */ PATHS.split(' ').map((path) => ({
	path,
	lang: LANGS[path] ?? path,
	dir: path === 'fa' ? 'rtl' : 'ltr',
}));

export function editionAt(path: string | undefined): Edition | undefined {
	return EDITIONS.find((edition) => edition.path === path);
}
