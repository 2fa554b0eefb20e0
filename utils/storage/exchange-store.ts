import { Fault } from '../domain/fault.ts';
import type { LibraryPart } from '../domain/library-part.ts';
import type { PartOutcome } from '../domain/part-outcome.ts';
import { comparePart } from './compare-part.ts';
import { createConnection } from './connection.ts';
import { type ImportOptions, importParts, type PartSource } from './import-parts.ts';
import { lookUpParts } from './known-parts.ts';
import { readPartsAfter } from './read-parts.ts';
import type { DatabaseOptions } from './schema.ts';
import { transactionsOn } from './transact.ts';

export type { ImportOptions, PartSource };

/** The one way by which whole articles leave the library, and come into it. */
export interface ExchangeStore {
	/**
	 * Everything there is, some articles at a time, the next read while one page is being worked on. What is changed
	 * meanwhile may be in it or not. Rejects with a Fault `write-failed` where something was moved meanwhile that may now be
	 * missing: then it is to be read again.
	 */
	readParts(): AsyncGenerator<readonly LibraryPart[], void>;
	/** How many articles there are, the trash included. */
	countArticles(): Promise<number>;
	/** What bringing these in would do. Writes nothing. */
	planImport(parts: readonly LibraryPart[], options: ImportOptions): Promise<PartOutcome[]>;
	/** See `import-parts.ts`. */
	importParts(next: PartSource, options: ImportOptions): Promise<boolean>;
	close(): void;
}

/** Articles read at once: some hundred kilobytes. */
const PAGE = 100;

export function openExchangeStore(options: DatabaseOptions = {}): ExchangeStore {
	const connection = createConnection(options);
	const { read, write } = transactionsOn(connection);
	return {
		async *readParts() {
			const before = await read((database) => database.annotations.count());
			let annotations = 0;
			let upcoming = read((database) => readPartsAfter(database, '', PAGE));
			for (;;) {
				const { parts, next } = await upcoming;
				if (next !== undefined) {
					upcoming = read((database) => readPartsAfter(database, next, PAGE));
					// Told when it is awaited, unless who reads has stopped before.
					upcoming.catch(() => undefined);
				}
				for (const part of parts) annotations += part.annotations.length;
				yield parts;
				if (next === undefined) break;
			}
			if (annotations < before) throw new Fault('write-failed', 'annotations were moved while they were read');
		},
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
