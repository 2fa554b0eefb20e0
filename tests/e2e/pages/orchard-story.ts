import { livePage } from '../../fixtures/article/live-page.ts';

/** Words of the story below, each standing in it once. */
export const PASSAGE = {
	title: 'Les pommiers reviennent',
	standfirst: 'une poignée de paysans replante des variétés oubliées',
	first: 'Au-dessus du lac, la neige a fondu trois semaines plus tôt que d’habitude.',
	second: 'Les greffes ont pris sur neuf arbres sur dix',
	/** Runs over a link. */
	linked: 'qui travaille avec le conservatoire de la vallée voisine depuis longtemps',
	third: '« Mon grand-père connaissait quarante noms de pommes »',
	last: 'La récolte est attendue pour la fin de septembre.',
	/** Not of the article. */
	outside: 'Le direct du soir',
} as const;

/** The newsletter's box, as it stands in the middle of a body. */
const SELF_PROMO = `<div class="o-self-promo" data-selfpromo-newsletter><p>Recevez toute l’actualité par courriel</p></div>`;

export interface StoryOptions {
	readonly url?: string;
	/** HTML of the body; the story's unless told. */
	readonly body?: string;
	readonly edition?: string;
	/** HTML at the very beginning of the head: runs before anything else of the page. */
	readonly firstInHead?: string;
	/** HTML after everything else. */
	readonly lastInBody?: string;
}

export interface OrchardStory {
	readonly url: string;
	readonly title: string;
	readonly html: string;
}

let stories = 0;

/**
 * An article that no other has the address, the title or the text of: what is annotated on one is not found on another.
 */
export function orchardStory({ firstInHead = '', lastInBody = '', ...options }: StoryOptions = {}): OrchardStory {
	const number = ++stories;
	const edition = options.edition ?? 'fr';
	const url = options.url ?? `https://www.rfi.fr/${edition}/environnement/20260110-vergers-${number}`;
	const title = `${PASSAGE.title} dans la vallée numéro ${number}`;
	const body = `<p>${PASSAGE.first} Les bourgeons du verger numéro ${number} sont déjà ouverts.</p>
<p>${PASSAGE.second}, raconte la pépiniériste, qui travaille avec <a href="#conservatoire">le conservatoire de la vallée voisine</a> depuis longtemps.</p>
${SELF_PROMO}
<h2>Quarante noms</h2>
<p>${PASSAGE.third}, dit le plus jeune d’entre eux en montrant un vieux carnet.</p>
<p>${PASSAGE.last} D’ici là, il faudra encore arroser, tailler, et guetter la grêle.</p>`;
	const page = livePage({
		edition,
		url,
		title,
		standfirst: `Dans les hautes vallées, ${PASSAGE.standfirst}.`,
		published: '2026-01-10T09:30:00+00:00',
		body: options.body ?? body,
	});
	const html = page
		.replace('<head>', () => `<head>${firstInHead}`)
		.replace(
			'</footer>',
			`<p>${PASSAGE.outside}</p><input name="q" aria-label="Rechercher" value="mots du champ"></footer>`,
		)
		.replace('</body>', () => `${lastInBody}</body>`);
	return { url, title, html };
}
