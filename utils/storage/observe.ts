import './usable-broadcast.ts';
import { Dexie, liveQuery, type Subscription } from 'dexie';
import type { FaultCode } from '../domain/fault.ts';
import type { Connection } from './connection.ts';
import { toFault } from './to-fault.ts';

/**
 * Runs a query now and again after every write, in any tab or in the background, that may change its answer.
 * Between its calls to the store the query may await nothing that waits for something else than the store (a timer, a
 * fetch): what it reads after that goes unnoticed.
 * After a fault it starts again by itself as soon as the database answers. Returns what ends it.
 */
export function observe<T>(
	connection: Connection,
	query: () => Promise<T>,
	next: (value: T) => void,
	failed: (fault: FaultCode) => void,
): () => void {
	let subscription: Subscription | undefined;
	let stalled = false;
	let ended = false;

	const stall = (fault: FaultCode) => {
		if (ended) return;
		stalled = true;
		failed(fault);
	};
	const error = (error: unknown) => stall(toFault(error).code);

	const start = () => {
		stalled = false;
		subscription?.unsubscribe();
		if (Dexie.dependencies.indexedDB) {
			// An async function of its own: Dexie follows native awaits only through one it can recognise.
			subscription = liveQuery(async () => await query()).subscribe({ next, error });
		} else {
			// Without IndexedDB Dexie's live query keeps silent; the reader must hear why nothing comes.
			query().then((value) => ended || next(value), error);
		}
	};

	const unwatch = connection.watch({ lost: stall, recovered: () => stalled && start() });
	start();
	return () => {
		ended = true;
		unwatch();
		subscription?.unsubscribe();
	};
}
