/** The styles in which a reference of the article can stand below each exported quote, in the order in which they are offered. */
export const CITATION_STYLES = ['apa', 'chicago', 'mla', 'iso690', 'gbt7714-2015'] as const;
export type CitationStyle = (typeof CITATION_STYLES)[number];

/** Why a file that the reader brings cannot be a style of references. */
export interface StyleTrouble {
	readonly kind: 'not-xml' | 'not-style' | 'too-large' | 'version' | 'dependent' | 'no-bibliography' | 'refused';
	/** What is meant, as the file or the processor has it: the version, the style to get instead, the mistake; else empty. */
	readonly detail: string;
}
