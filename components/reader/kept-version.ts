import type { Instant } from '../../utils/domain/annotation.ts';

/** A version of an article as the reader lists it: the record of what stood where, and when it was read. */
export interface KeptVersion {
	/** SHA-256 of the article text, hex. */
	readonly fingerprint: string;
	readonly captured: Instant;
	/** Where it was read. */
	readonly address: string;
	/** Where the reader shows it. */
	readonly href: string;
	readonly isShown: boolean;
}
