import type { Annotation } from '../../utils/domain/annotation.ts';
import type { ArticleFacts } from '../../utils/domain/article.ts';

export const ARTICLE: ArticleFacts = {
	title: 'Des puits pour le village',
	url: 'https://www.rfi.fr/fr/afrique/20260101-des-puits-pour-le-village',
	edition: 'fr',
	lang: 'fr',
	dir: 'ltr',
	byline: 'RFI',
	published: '2026-01-01T22:30:00.000Z',
};

export const EXPORTED_AT = '2026-11-22T08:00:00.000Z';

type Change = Partial<Annotation> & { readonly exact?: string; readonly start?: number };

/** An annotation of our own making, with overrides. */
export function annotation({ exact = 'l’eau manque', start = 0, ...change }: Change = {}): Annotation {
	return {
		id: '0b6f8a5e-6a3e-4f0a-9d2c-1f4d5f1c7a10',
		articleId: '11111111-1111-4111-8111-111111111111',
		version: 'f'.repeat(64),
		created: '2026-11-20T08:00:00.000Z',
		modified: '2026-11-20T08:00:00.000Z',
		color: 'yellow',
		style: 'solid',
		note: '',
		tags: [],
		selectors: {
			quote: { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
			position: { type: 'TextPositionSelector', start, end: start + exact.length },
		},
		...change,
	};
}
