import { forceCloseDatabase, IDBTransaction } from 'fake-indexeddb';

interface Internals {
	readonly mode: IDBTransactionMode;
	readonly db: Parameters<typeof forceCloseDatabase>[0];
	_execRequestAsync(this: Internals, request: unknown): unknown;
	_abort(errorName: string): void;
}

/**
 * Lets the process die, as it were, at the n-th request of transactions of a mode: the transaction is gone with its
 * connection. What the work comes to is nobody's concern.
 */
export async function killedAt(
	n: number,
	work: () => Promise<unknown>,
	mode: IDBTransactionMode = 'readwrite',
): Promise<void> {
	const internals = IDBTransaction.prototype as unknown as Internals;
	const original = internals._execRequestAsync;
	let made = 0;
	internals._execRequestAsync = function (request) {
		const result = original.call(this, request);
		if (this.mode === mode && ++made === n) {
			this._abort('AbortError');
			forceCloseDatabase(this.db);
		}
		return result;
	};
	try {
		await work();
	} catch {
		// Whoever would have been told is gone.
	} finally {
		internals._execRequestAsync = original;
	}
}
