import type { UnreadableReason } from '../../../utils/domain/import-reason.ts';

/** A file that may hold an article. It costs next to nothing until it is opened. */
export interface FoundFile {
	/** Within what was chosen, `/` between folders. */
	readonly path: string;
	/** Rejects where the browser cannot read it. */
	readonly open: () => Promise<File>;
}

/** What walking through folders comes upon: a file, one that is not to be read, or a place that cannot be walked. */
export type Found =
	| { readonly kind: 'file'; readonly file: FoundFile }
	| { readonly kind: 'passed-over' }
	| { readonly kind: 'unreadable'; readonly path: string; readonly reason: UnreadableReason };

/** Files and folders as the reader chose or dropped them. */
export interface Chosen {
	/** Of the folder, or of the first file. */
	readonly name: string;
	/** The one file, where it is one and no folder. */
	readonly single?: FoundFile;
	/** Once. */
	readonly walk: () => AsyncIterable<Found>;
}
