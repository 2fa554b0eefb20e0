import type { Instant } from '../../domain/annotation.ts';
import type { LibraryPart } from '../../domain/library-part.ts';

/** Why something in a file could not be taken over. */
export const TROUBLES = [
	'not-json',
	'too-deep',
	'wrong-form',
	'no-address',
	'no-quote',
	'too-long',
	'bad-member',
	'same-id-twice',
	'reply',
	'unfinished-row',
	'extra-cell',
] as const;
export type Trouble = (typeof TROUBLES)[number];

/** Something in a file that was not understood, and where it stands. */
export interface NotUnderstood {
	readonly why: Trouble;
	/** From 1; absent where the file has no lines to speak of. */
	readonly line?: number;
	/** Which member it is, e.g. `first.items[3].target`; of a table its column. */
	readonly path?: string;
}

/** What a file holds, in our terms, whatever its form was. Nothing is stored yet. */
export interface Imported {
	readonly parts: readonly LibraryPart[];
	readonly notUnderstood: readonly NotUnderstood[];
}

/** What an address tells of the article it leads to. */
export interface KnownAddress {
	/** The one spelling of the address. */
	readonly url: string;
	readonly edition?: string;
	readonly lang?: string;
	readonly dir?: 'ltr' | 'rtl';
}

/** What a reader of files is told by those who may know it. */
export interface ImportSurroundings {
	/** When the file is read. */
	readonly at: Instant;
	/** Undefined where it is no address of a page. */
	identify(address: string): KnownAddress | undefined;
}
