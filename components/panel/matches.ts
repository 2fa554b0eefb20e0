import type { Annotation } from '../../utils/domain/annotation.ts';

/** Whether every word of a query stands in the quote, the note or a tag; case and accents do not count. */
export function matches({ selectors, note, tags }: Annotation, query: string): boolean {
	const text = fold([selectors.quote.exact, note, ...tags].join('\n'));
	return fold(query)
		.split(/\s+/)
		.every((word) => text.includes(word));
}

function fold(text: string): string {
	return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
