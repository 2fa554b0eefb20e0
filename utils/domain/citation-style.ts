/** The styles in which a reference of the article can stand below each exported quote, in the order in which they are offered. */
export const CITATION_STYLES = ['apa', 'chicago', 'mla', 'iso690', 'gbt7714-2015'] as const;
export type CitationStyle = (typeof CITATION_STYLES)[number];
