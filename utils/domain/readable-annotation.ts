import type { Annotation } from './annotation.ts';

/** Whether what is shown and searched of an annotation is there: it may have been damaged where it lies. */
export function isReadable({ selectors, note, tags }: Annotation): boolean {
	return typeof selectors?.quote?.exact === 'string' && typeof note === 'string' && Array.isArray(tags);
}

/** An annotation that can be shown: of a damaged one what is left. It can be deleted, and the check of the library tells of it. */
export function readable(annotation: Annotation): Annotation {
	if (isReadable(annotation)) return annotation;
	const { selectors, note, tags } = annotation;
	const exact = typeof selectors?.quote?.exact === 'string' ? selectors.quote.exact : '…';
	return {
		...annotation,
		selectors: {
			quote: { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
			position: { type: 'TextPositionSelector', start: 0, end: 0 },
		},
		note: typeof note === 'string' ? note : '',
		tags: Array.isArray(tags) ? tags : [],
	};
}
