import type { Database } from './schema.ts';

const TABLES = ['articles', 'versions', 'annotations', 'acts'];

/**
 * Does some work in one transaction over all tables: all of it is there when the promise resolves, none of it when it
 * rejects. The work awaits nothing but the database.
 */
export async function transact<T>(
	database: Database,
	mode: 'r' | 'rw',
	work: (database: Database) => Promise<T>,
): Promise<T> {
	let native: IDBTransaction | undefined;
	try {
		// An async function on the spot: Dexie follows native awaits only into a function it can see to be async.
		return await database.transaction(mode, TABLES, async (transaction) => {
			native = transaction.idbtrans;
			return await work(database);
		});
	} catch (error) {
		// Requests still waiting when a full disk ends the transaction fail with a bare AbortError; it knows the reason.
		throw native?.error ? new AggregateError([error, native.error]) : error;
	}
}
