import type { Instant } from '../../domain/annotation.ts';

/**
 * A file of many articles is made in two steps. Each article is written by itself, wherever that is: it is nearly all of the
 * work. Then they are joined, in their order, by what knows of an article only what is here.
 */
export interface WrittenArticle<Bytes> {
	/** UTF-8; of a file in a zip file, packed. */
	readonly bytes: Bytes;
	readonly page?: WrittenPage;
	readonly file?: WrittenFile;
}

/** Of the page of a collection of web annotations. */
export interface WrittenPage {
	readonly id: string;
	readonly annotations: number;
}

/** Of a file in a zip file. */
export interface WrittenFile {
	/** What it is called where no other has that name. */
	readonly name: string;
	/** CRC-32 of what is packed, and how many bytes that is. */
	readonly crc: number;
	readonly length: number;
	/** How many bytes it is packed. */
	readonly packedLength: number;
}

/** Puts written articles, given in their order, together as one file. */
export interface ManyJoiner<Bytes> {
	next(article: WrittenArticle<Bytes>): (Bytes | string | Uint8Array<ArrayBuffer>)[];
	end(): (Bytes | string | Uint8Array<ArrayBuffer>)[];
}

/** What is told of a file of many articles as a whole. */
export interface ManyFacts {
	/** An IRI that no other export has. */
	readonly id: string;
	readonly label: string;
	readonly exportedAt: Instant;
}
