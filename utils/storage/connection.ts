import { Fault, type FaultCode } from '../domain/fault.ts';
import { createDatabase, type Database, type DatabaseOptions } from './schema.ts';
import { toFault } from './to-fault.ts';

export interface ConnectionWatcher {
	/** The database was taken away while it was open. */
	lost(code: FaultCode): void;
	/** The database answers again after it was lost or could not be opened. */
	recovered(): void;
}

export interface Connection {
	/**
	 * Does some work with the open database; rejects with a Fault only. A database that was taken away while it was open
	 * is told once, by the next piece of work; the one after it opens the database again.
	 */
	run<T>(work: (database: Database) => PromiseLike<T>): Promise<T>;
	watch(watcher: ConnectionWatcher): () => void;
	close(): void;
}

/** Opens the database when it is first needed, and again after it was lost. */
export function createConnection(options: DatabaseOptions = {}): Connection {
	const database = createDatabase(options);
	const watchers = new Set<ConnectionWatcher>();
	let loss: Fault | undefined;
	let troubled = false;
	let closed = false;

	const lose = (fault: Fault) => {
		if (closed) return;
		loss = fault;
		troubled = true;
		for (const watcher of [...watchers]) watcher.lost(fault.code);
	};

	// Sticky: for every opening, not only the first. Dexie itself closes its side on both events.
	database.on(
		'ready',
		() => {
			const native = database.backendDB();
			native.addEventListener('versionchange', ({ newVersion }) => {
				lose(
					newVersion === null
						? new Fault('write-failed', 'the database is being deleted')
						: new Fault('newer-database', `version ${newVersion} is about to be written`),
				);
			});
			native.addEventListener('close', () => lose(new Fault('write-failed', 'the database was taken away')));
		},
		true,
	);

	async function open(): Promise<void> {
		try {
			await database.open();
		} catch (error) {
			troubled = true;
			throw toFault(error, true);
		}
	}

	async function run<T>(work: (database: Database) => PromiseLike<T>): Promise<T> {
		if (closed) throw new Fault('write-failed', 'the store has been closed');
		if (loss) {
			const told = loss;
			loss = undefined;
			troubled = true;
			throw told;
		}
		await open();
		let value: T;
		try {
			value = await work(database);
		} catch (error) {
			throw toFault(error);
		}
		// Work that was under way when the database was lost proves nothing.
		if (troubled && !loss) {
			troubled = false;
			for (const watcher of [...watchers]) watcher.recovered();
		}
		return value;
	}

	return {
		run,
		watch(watcher) {
			watchers.add(watcher);
			return () => watchers.delete(watcher);
		},
		close() {
			closed = true;
			watchers.clear();
			database.close();
		},
	};
}
