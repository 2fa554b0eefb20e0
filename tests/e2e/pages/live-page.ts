/** A page in the shape of RFI's own article pages, of our writing. */
export interface LivePage {
	readonly url: string;
	readonly title: string;
	readonly standfirst: string;
	/** HTML of what stands in the body. */
	readonly body: string;
	readonly lang: string;
	readonly dir: 'ltr' | 'rtl';
	readonly section: string;
	/** ISO 8601, UTC. */
	readonly published: string;
	/** HTML at the very beginning of the head: runs before anything else of the page. */
	readonly firstInHead: string;
	/** HTML after everything else. */
	readonly lastInBody: string;
}

/** Advertising with the button that shows the rest, as it stands first in the body of every article. */
export const INTERSTITIAL = `
<div class="m-interstitial"><div class="m-interstitial__ad"><div class="m-block-ad" data-tms-ad-type="box"><div class="m-block-ad__label">Publicité</div></div></div>
<button class="a-read-more" data-readmore-unlocker>Lire la suite</button></div>`;

/** The newsletter's box, in the middle of a body. */
export const SELF_PROMO = `
<div class="o-self-promo" data-selfpromo-newsletter><p>Recevez toute l’actualité par courriel</p><a href="/fr/abonnement">Je m’abonne</a></div>`;

export function livePage(given: Partial<LivePage> & Pick<LivePage, 'url' | 'title' | 'body'>): string {
	const page: LivePage = {
		standfirst: '',
		lang: 'fr',
		dir: 'ltr',
		section: 'Environnement',
		published: '2026-01-10T09:30:00+00:00',
		firstInHead: '',
		lastInBody: '',
		...given,
	};
	const { url, title, lang, dir } = page;
	const data = { '@type': 'NewsArticle', headline: title, datePublished: page.published, url, inLanguage: lang };
	return `<!doctype html>
<html lang="${lang}" dir="${dir}"><head>${page.firstInHead}<meta charset="utf-8"><title>${title} - RFI</title>
<link rel="canonical" href="${url}"><meta property="og:url" content="${url}"><meta property="og:type" content="article">
<meta property="og:title" content="${title}"><meta property="og:site_name" content="RFI">
<meta property="article:published_time" content="${page.published}"><meta property="article:section" content="${page.section}">
<script type="application/ld+json">${JSON.stringify([data])}</script>
<style>body{margin:0;font:17px/1.7 serif}main{max-width:640px;margin-inline:60px}nav{padding:12px}</style></head>
<body><nav><a href="/${new URL(url).pathname.split('/')[1]}/">RFI</a> <span>Le direct du soir</span></nav>
<main><div id="main-content" class="t-content t-content--article"><article class="t-content__article-wrapper" data-article-content>
<div class="t-content__section"><a class="a-tag__wrapper" href="#">${page.section}</a></div>
<h1 class="t-content__title a-page-title">${title}</h1>
<p class="t-content__chapo">${page.standfirst}</p>
<div class="t-content__dates"><p class="m-pub-dates"><time datetime="${page.published}" pubdate>10/01/2026 - 10:30</time></p></div>
<div class="t-content__body u-clearfix">${page.body}</div>
<div class="t-content__shares"><ul class="m-share-bar"><li><a href="#">Partager</a></li></ul></div>
</article></div>
<aside class="t-content__list-content" data-org-name="related"><h2>Sur le même sujet</h2><p>Un autre article de la rédaction</p></aside></main>
<footer><p>Les informations légales du site</p><label>Rechercher <input name="q" value="mots du champ"></label></footer>${page.lastInBody}</body></html>`;
}
