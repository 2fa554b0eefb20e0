import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { listingPage, listingUrl } from '../fixtures/article/listing-page.ts';
import { livePage } from '../fixtures/article/live-page.ts';

export const ARTICLE_URL = 'https://www.rfi.fr/fr/culture/20260315-le-carnet-des-marges';
export const SELECTING_URL = 'https://www.rfi.fr/fr/culture/20260317-la-main-qui-souligne';
export const HOME_URL = listingUrl('fr', 'home');
export const SECTION_URL = listingUrl('fr', 'section');

/** The same article again, to be annotated all over. */
export const SCROLL_URL = 'https://www.rfi.fr/fr/culture/20260317-la-marge-pleine';
export const TYPING_URL = 'https://www.rfi.fr/fr/culture/20260318-la-marge-qui-s-ecrit';

export const LONG_URL = 'https://www.rfi.fr/fr/culture/20260316-la-marge-sans-fin';

/** What an article page of RFI carries within it besides the article, in bytes, as counted on one saved in 2025. */
const STYLE_BYTES = 218_000;
const DATA_BYTES = 181_000;
/** Paragraphs of an article of a good ten minutes' reading. */
const PARAGRAPHS = 60;

const SENTENCES = [
	'La salle % ferme à dix-neuf heures, mais personne ne regarde l’horloge avant la nuit.',
	'Sur la page %, une main pressée a souligné trois mots et laissé un point d’interrogation.',
	'On reconnaît l’encre brune du lecteur %, puis le crayon de celui qui ne le croyait pas.',
	'« Il faut relire », dit la note n° %, et l’on ne sait pas à qui elle s’adresse.',
	'Le papier garde tout : la pluie du % mars, le vin, la cire, la poussière du voyage.',
];

/** An article of two million characters, as no newspaper prints; `edited` has other words in every third paragraph. */
export function longPage(edited: boolean): string {
	const paragraphs: string[] = [];
	for (let length = 0; length < 2_000_000; length += paragraphs.at(-1)!.length) {
		const at = paragraphs.length;
		const text = SENTENCES.map((sentence, index) => sentence.replace('%', String(at * 5 + index))).join(' ');
		const isOther = edited && at % 3 === 0;
		paragraphs.push(
			`<p>${isOther ? text.replace('mais personne', 'et pourtant nul').replace('brune', 'pâle') : text}</p>`,
		);
	}
	return livePage({ edition: 'fr', url: LONG_URL, body: paragraphs.join('\n') });
}

/** An article page in the shape of RFI's and of its weight, half a megabyte and 27,000 characters, of our own writing. */
export function articlePage(url = ARTICLE_URL): string {
	const paragraphs = Array.from({ length: PARAGRAPHS }, (_, paragraph) => {
		const sentences = SENTENCES.map((sentence, index) => sentence.replace('%', String(paragraph * 5 + index)));
		const text = [...sentences.slice(paragraph % 5), ...sentences.slice(0, paragraph % 5)].join(' ');
		const advertisement = '<div class="m-block-ad"><div class="m-block-ad__label">Publicité</div></div>';
		return `<p>${text} <a href="/fr/tag/livres/">Livres</a></p>${paragraph % 10 === 9 ? advertisement : ''}`;
	});
	const rule = '.t-content__body .m-item{margin:0;padding:0;border:0;color:#333}\n';
	const style = `<style>${rule.repeat(Math.ceil(STYLE_BYTES / rule.length))}</style>`;
	const item = '{"type":"teaser","path":"/fr/culture/20260314-la-marge","title":"La marge"},\n';
	const data = `<script type="application/json">[${item.repeat(Math.ceil(DATA_BYTES / item.length))}0]</script>`;
	return livePage({ edition: 'fr', url, body: paragraphs.join('\n'), head: style + data });
}

export function homePage(): string {
	return listingPage('fr', 'home');
}

export function sectionPage(): string {
	return listingPage('fr', 'section');
}

export const PLAIN_PAGE = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Une recette</title></head><body>
<h1>Une recette</h1>${'<p>De la farine, de l’eau, du sel, et le temps qu’il faut.</p>\n'.repeat(200)}</body></html>`;

/** A page of the site as it was saved, where such a copy lies beside the repository; it is never part of it. */
export function savedLivePage(): { url: string; html: string } | undefined {
	const file = fileURLToPath(new URL('../../../shared/corpus/live/rfi-cn-20251130-article.html', import.meta.url));
	if (!existsSync(file)) return undefined;
	const html = readFileSync(file, 'utf8');
	const url = /<link[^>]*rel="?canonical"?[^>]*href="([^"]+)"/.exec(html)?.[1];
	return url === undefined ? undefined : { url, html };
}
