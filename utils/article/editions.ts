/** One language edition of rfi.fr. */
export interface Edition {
	/** First segment of every path on www.rfi.fr, e.g. `cn`. */
	readonly path: string;
	/** BCP 47, as in the `lang` of its pages. */
	readonly lang: string;
	readonly dir: 'ltr' | 'rtl';
}

/** Path and language where they differ: the language menu of the site, November 2025. */
const PATHS = 'br:pt-BR cn:zh-Hans en es fa ff fr ha km ma:bm pt ro ru sw tw:zh-Hant uk vi';

/** The 17 editions, by path. */
export const EDITIONS: readonly Edition[] = PATHS.split(' ').map((entry) => {
	const [path = '', lang = path] = entry.split(':');
	return { path, lang, dir: path === 'fa' ? 'rtl' : 'ltr' };
});

export function editionAt(path: string | undefined): Edition | undefined {
	return EDITIONS.find((edition) => edition.path === path);
}
