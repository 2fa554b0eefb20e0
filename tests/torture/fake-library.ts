import 'fake-indexeddb/auto';
import { type StoreCommands, storeHandlers } from '../../entrypoints/shared/store-handlers.ts';
import type { Result } from '../../utils/domain/fault.ts';
import { createReceiver, createSender, type Transport } from '../../utils/messaging/channel.ts';
import { openExchangeStore } from '../../utils/storage/exchange-store.ts';
import { openLibraryStore } from '../../utils/storage/library-store.ts';
import { createDatabase } from '../../utils/storage/schema.ts';
import { openStore } from '../../utils/storage/store.ts';
import { freshFactory } from '../storage/build.ts';
import { failRequest } from '../storage/fail-request.ts';
import { dump } from '../storage/native.ts';
import { type Hands, perform, type TortureAct } from './acts.ts';
import type { Rows } from './rows.ts';

/** An IndexedDB in memory that holds these rows. */
export async function factoryWith(rows: Rows): Promise<IDBFactory> {
	const indexedDB = freshFactory();
	const database = createDatabase({ indexedDB });
	await database.open();
	for (const [table, all] of Object.entries(rows)) await database.table(table).bulkAdd(structuredClone([...all]));
	database.close();
	return indexedDB;
}

export async function rowsOf(indexedDB: IDBFactory): Promise<Rows> {
	return (await dump(indexedDB)) as Rows;
}

/**
 * The stores on a database in memory, and the background that writes to it.
 * @param onTheWay stands between page and background
 */
export function handsOn(
	indexedDB: IDBFactory,
	onTheWay: (deliver: Transport) => Transport = (deliver) => deliver,
): Hands & { close(): void } {
	const store = openStore({ indexedDB });
	const unexpected = (error: unknown) => {
		throw error;
	};
	const receive = createReceiver<StoreCommands, undefined>(
		storeHandlers(store, () => undefined),
		unexpected,
	);
	const deliver: Transport = async (message) => await receive(structuredClone(message), undefined);
	const library = openLibraryStore({ indexedDB });
	const exchange = openExchangeStore({ indexedDB });
	return {
		send: createSender<StoreCommands>(onTheWay(deliver)),
		library,
		exchange,
		close() {
			for (const one of [store, library, exchange]) one.close();
		},
	};
}

/** What an act leaves of these rows where nothing befalls it, what the reader is told, and the requests of its writing. */
export async function actedOn(rows: Rows, act: TortureAct) {
	const indexedDB = await factoryWith(rows);
	const hands = handsOn(indexedDB);
	let result: Result<undefined> | undefined;
	const requests = await failRequest(undefined, 'refused', async () => {
		result = await perform(hands, act);
	});
	hands.close();
	return { isDone: result?.ok === true, requests, rows: await rowsOf(indexedDB) };
}
