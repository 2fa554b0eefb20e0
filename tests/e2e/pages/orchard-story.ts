import { INTERSTITIAL, type LivePage, livePage, SELF_PROMO } from './live-page.ts';

/** Words of the story below, each standing in it once. */
export const PASSAGE = {
	title: 'Les pommiers reviennent',
	standfirst: 'une poignée de paysans replante des variétés oubliées',
	first: 'Au-dessus du lac, la neige a fondu trois semaines plus tôt que d’habitude.',
	second: 'Les greffes ont pris sur neuf arbres sur dix',
	linked: 'qui travaille avec le conservatoire de la vallée voisine depuis longtemps',
	third: '« Mon grand-père connaissait quarante noms de pommes »',
	last: 'La récolte est attendue pour la fin de septembre.',
} as const;

let stories = 0;

/**
 * An article that no other has the address, the title or the text of: what is annotated on one is not found on another.
 */
export function orchardStory(changes: Partial<LivePage> = {}): LivePage & { readonly html: string } {
	const number = ++stories;
	const page = {
		url: `https://www.rfi.fr/fr/environnement/20260110-vergers-${number}`,
		title: `${PASSAGE.title} dans la vallée numéro ${number}`,
		standfirst: `Dans les hautes vallées, ${PASSAGE.standfirst}.`,
		body: `${INTERSTITIAL}
<p>${PASSAGE.first} Les bourgeons du verger numéro ${number} sont déjà ouverts.</p>
<p>${PASSAGE.second}, raconte la pépiniériste, qui travaille avec <a href="#conservatoire">le conservatoire de la vallée voisine</a> depuis longtemps.</p>
${SELF_PROMO}
<h2>Quarante noms</h2>
<p>${PASSAGE.third}, dit le plus jeune d’entre eux en montrant un vieux carnet.</p>
<p>${PASSAGE.last} D’ici là, il faudra encore arroser, tailler, et guetter la grêle.</p>`,
		lang: 'fr',
		dir: 'ltr' as const,
		section: 'Environnement',
		published: '2026-01-10T09:30:00+00:00',
		firstInHead: '',
		lastInBody: '',
		...changes,
	};
	return { ...page, html: livePage(page) };
}
