import { IDBTransaction } from 'fake-indexeddb';

/** How a request fails: refused when it is made, its transaction aborted before it ran, or after it succeeded. */
export type Failure = 'refused' | 'aborted before' | 'aborted after';

interface Internals {
	_execRequestAsync(this: IDBTransaction, request: unknown): IDBRequest;
	_abort(errorName: string): void;
}

/**
 * Lets the n-th request of read-write transactions, or those of another mode, fail (1 is the first) while `work` runs, in every database.
 * Returns how many requests were made; with `n` undefined none fails.
 */
export async function failRequest(
	n: number | undefined,
	failure: Failure,
	work: () => Promise<unknown>,
	errorName = 'QuotaExceededError',
	mode: IDBTransactionMode = 'readwrite',
): Promise<number> {
	const internals = IDBTransaction.prototype as unknown as Internals;
	const original = internals._execRequestAsync;
	let made = 0;
	internals._execRequestAsync = function (request) {
		if (this.mode !== mode || ++made !== n) return original.call(this, request);
		if (failure === 'refused') throw new DOMException('injected', errorName);
		const result = original.call(this, request);
		const abort = () => (this as unknown as Internals)._abort(errorName);
		// What has no source, as the making of an index, is answered by no event.
		if (failure === 'aborted before' || result.source === null) abort();
		else result.addEventListener('success', abort);
		return result;
	};
	try {
		await work();
	} finally {
		internals._execRequestAsync = original;
	}
	return made;
}
