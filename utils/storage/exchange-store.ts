import { Fault } from '../domain/fault.ts';
import { inOrder } from '../domain/in-order.ts';
import type { LibraryPart } from '../domain/library-part.ts';
import type { PartOutcome } from '../domain/part-outcome.ts';
import { comparePart } from './compare-part.ts';
import { createConnection } from './connection.ts';
import { type ImportOptions, importParts, type PartSource } from './import-parts.ts';
import { lookUpParts } from './known-parts.ts';
import { type IdRange, idRanges, readPartsIn } from './read-parts.ts';
import type { DatabaseOptions } from './schema.ts';
import { transactionsOn } from './transact.ts';

export type { IdRange, ImportOptions, PartSource };

/** The one way by which whole articles leave the library, and come into it. */
export interface ExchangeStore {
	/** Everything there is, some articles at a time, the next read while one page is being worked on. See `readRanges`. */
	readParts(): AsyncGenerator<readonly LibraryPart[], void>;
	/**
	 * Everything there is, in the order of the ids, a range of articles after the other, as many at once, each read as
	 * `readRange` does it. What is changed meanwhile may be in it or not. Rejects with a Fault `write-failed` where something
	 * was moved meanwhile that may now be missing: then it is to be read again.
	 */
	readRanges<Read>(of: RangeReading<Read>): AsyncGenerator<Read, void>;
	/** How many articles there are, the trash included. */
	countArticles(): Promise<number>;
	/** What bringing these in would do. Writes nothing. */
	planImport(parts: readonly LibraryPart[], options: ImportOptions): Promise<PartOutcome[]>;
	/** See `import-parts.ts`. */
	importParts(next: PartSource, options: ImportOptions): Promise<string | undefined>;
	close(): void;
}

/** How ranges of a library are read, be it elsewhere. */
export interface RangeReading<Read> {
	readonly atOnce: number;
	readonly readRange: (range: IdRange) => Promise<Read>;
	/** How many annotations were read. */
	readonly annotationsIn: (read: Read) => number;
}

/** Articles read at once: some hundred kilobytes. */
const PAGE = 100;

export function openExchangeStore(options: DatabaseOptions = {}): ExchangeStore {
	const connection = createConnection(options);
	const { read, write } = transactionsOn(connection);
	async function* readRanges<Read>({ atOnce, readRange, annotationsIn }: RangeReading<Read>) {
		const before = await read((database) => database.annotations.count());
		const ranges = await connection.run((database) => idRanges(database.backendDB(), PAGE));
		let annotations = 0;
		for await (const some of inOrder(ranges, atOnce, readRange)) {
			annotations += annotationsIn(some);
			yield some;
		}
		if (annotations < before) throw new Fault('write-failed', 'annotations were moved while they were read');
	}
	return {
		readParts: () =>
			readRanges({
				atOnce: 2,
				readRange: (range) => connection.run((database) => readPartsIn(database.backendDB(), range)),
				annotationsIn: (parts) => parts.reduce((sum, { annotations }) => sum + annotations.length, 0),
			}),
		readRanges,
		countArticles: async () => await read((database) => database.articles.count()),
		async planImport(parts, { at }) {
			return await read(async (database) => {
				const compared = await lookUpParts(database, parts);
				return compared.map((one) => comparePart(one, at).outcome);
			});
		},
		importParts: async (next, options) => await write((database) => importParts(database, next, options)),
		close: () => connection.close(),
	};
}
