import { livePage } from '../fixtures/article/live-page.ts';

export const PARAGRAPHS = 12;

/** The n-th of the articles that are read and annotated: each with words of its own in every paragraph. */
export function longArticle(n: number): { readonly url: string; readonly html: string } {
	const url = `https://www.rfi.fr/fr/culture/20260401-le-cahier-${n}`;
	const body = Array.from({ length: PARAGRAPHS }, (_, at) => `<p>${passage(n, at)} ${rest(at)}</p>`).join('\n');
	return { url, html: livePage({ edition: 'fr', url, title: `Le cahier numéro ${n}`, body }) };
}

/** In each paragraph, after the words that are annotated: where the reading cursor sets out. */
export const UNMARKED = 'Le papetier du port en vendait autrefois';

/** The words of a paragraph that are annotated. */
export function passage(n: number, at: number): string {
	return `Au feuillet ${at} du cahier ${n}, une encre brune a laissé sa marque.`;
}

function rest(at: number): string {
	return `${UNMARKED} ${at + 3} rames par saison, et personne ne les comptait. Les marges y étaient larges, faites pour qui voulait répondre à ce qu’il lisait.`;
}
