import type { Connection } from './connection.ts';
import type { Database } from './schema.ts';

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
		return await database.transaction(mode, database.tables, async (transaction) => {
			native = transaction.idbtrans;
			return await work(database);
		});
	} catch (error) {
		// Requests still waiting when a full disk ends the transaction fail with a bare AbortError; it knows the reason.
		throw native?.error ? new AggregateError([error, native.error]) : error;
	}
}

/** Pieces of work, each in one transaction of a connection's database; they reject with a Fault only. */
export interface Transactions {
	read<T>(work: (database: Database) => Promise<T>): Promise<T>;
	write<T>(work: (database: Database) => Promise<T>): Promise<T>;
}

export function transactionsOn(connection: Connection): Transactions {
	return {
		read: (work) => connection.run((database) => transact(database, 'r', work)),
		write: (work) => connection.run((database) => transact(database, 'rw', work)),
	};
}
