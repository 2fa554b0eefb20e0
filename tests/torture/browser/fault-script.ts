/** What befalls a request of IndexedDB, the `at`-th that writes since this was told, in the page or background it is told to. */
export interface RequestFault {
	readonly kind: 'quota full' | 'disk error' | 'transaction aborted before' | 'transaction aborted after' | 'slow';
	/** From 1. Of `slow` every request: it takes a few milliseconds more, so that who is to die dies in the midst. */
	readonly at: number;
}

/** Put before everything else in the background and in the page of the torture. `tortureFault` in a page tells it; by message, the background. */
export const FAULT_SCRIPT = `
{
	const SLOWER_MS = 3;
	let fault;
	let made = 0;
	globalThis.tortureFault = (next) => { fault = next; made = 0; };
	const api = globalThis.chrome ?? globalThis.browser;
	api.runtime.onMessage.addListener((message, _sender, reply) => {
		if (!message || message.tortureFault === undefined || globalThis.document?.title === 'torture') return;
		globalThis.tortureFault(message.tortureFault ?? undefined);
		reply(true);
	});
	const NAMES = { QuotaExceededError: 'quota full', UnknownError: 'disk error' };
	const wrap = (prototype, names, transactionOf) => {
		for (const name of names) {
			const request = prototype[name];
			if (typeof request !== 'function') continue;
			prototype[name] = function (...given) {
				const transaction = transactionOf(this);
				if (fault === undefined || transaction.mode === 'readonly') return request.apply(this, given);
				const isStruck = ++made === fault.at;
				if (fault.kind === 'slow') {
					for (const end = performance.now() + SLOWER_MS; performance.now() < end; );
					return request.apply(this, given);
				}
				if (!isStruck) return request.apply(this, given);
				for (const [error, kind] of Object.entries(NAMES))
					if (fault.kind === kind) throw new DOMException('injected', error);
				const result = request.apply(this, given);
				const abort = () => { try { transaction.abort(); } catch {} };
				if (fault.kind === 'transaction aborted before') abort();
				else result.addEventListener('success', abort);
				return result;
			};
		}
	};
	const READ = ['get', 'getKey', 'getAll', 'getAllKeys', 'count', 'openCursor', 'openKeyCursor'];
	wrap(IDBObjectStore.prototype, [...READ, 'add', 'put', 'delete', 'clear'], (store) => store.transaction);
	wrap(IDBIndex.prototype, READ, (index) => index.objectStore.transaction);
}
`;
