import type { StyleTrouble } from '../../utils/domain/citation-style.ts';

/** A style of references out of a file, with what it makes of an article; or why it is none. */
export type StyleTried =
	| {
			readonly title: string;
			readonly reference: string;
			/** Keeps it in the place of the one before. Rejects where the browser refuses. */
			readonly keep: () => Promise<void>;
			readonly trouble?: never;
	  }
	| { readonly trouble: StyleTrouble };

export interface CitationActions {
	/** Reads a style out of a file; nothing is kept. */
	tryStyle(file: File): Promise<StyleTried>;
	/** Forgets the reader's own style. */
	removeStyle(): void;
}
