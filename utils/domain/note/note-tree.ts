/** What stands in a line of a note: words, or words that mean something more. */
export type NoteSpan =
	| string
	| { readonly kind: 'break' }
	| { readonly kind: 'code'; readonly text: string }
	| { readonly kind: 'strong' | 'emphasis' | 'deleted'; readonly spans: readonly NoteSpan[] }
	/** `href` is an address of the web or of mail, and nothing else (see `safe-href.ts`). */
	| { readonly kind: 'link'; readonly href: string; readonly spans: readonly NoteSpan[] };

/** A paragraph of a note, or what stands in the place of one. */
export type NoteBlock =
	| { readonly kind: 'paragraph'; readonly spans: readonly NoteSpan[] }
	| { readonly kind: 'heading'; readonly level: number; readonly spans: readonly NoteSpan[] }
	| { readonly kind: 'code'; readonly text: string }
	| { readonly kind: 'rule' }
	| { readonly kind: 'quote'; readonly blocks: readonly NoteBlock[] }
	/** `start` is the first number of one that is numbered. */
	| { readonly kind: 'list'; readonly start?: number; readonly items: readonly (readonly NoteBlock[])[] };
