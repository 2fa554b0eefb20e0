import type { SearchRequest } from '../../utils/domain/search.ts';
import { ID_BYTES, readId } from '../../utils/search/packed-ids.ts';
import { ownScript } from '../shared/own-script.ts';
import type { Answer, Asked, IndexMessage, QuestionMessage, QuestionName, SearchAnswer } from './protocol.ts';

/** The hits of a search, in order. */
export interface SearchResult extends Omit<SearchAnswer, 'ids'> {
	readonly ids: FoundIds;
}

/** Ids that are made when they are read: there may be a hundred thousand. */
export interface FoundIds {
	readonly length: number;
	at(index: number): string | undefined;
	slice(start: number, end?: number): string[];
}

/** What the library's page asks of the index. A question that cannot be answered rejects. */
export interface IndexClient {
	/** Undefined where a later search of the same kind has overtaken this one. */
	search(request: SearchRequest): Promise<SearchResult | undefined>;
	ask<Name extends Exclude<QuestionName, 'search'>>(name: Name, of: Asked<Name>): Promise<Answer<Name>>;
	/** Calls back when what was found may be found otherwise now: the index has changed, or can no longer be asked. */
	watch(changed: () => void): () => void;
	close(): void;
}

/** The part of a Worker that is used. */
export interface WorkerPort {
	postMessage(message: QuestionMessage): void;
	terminate(): void;
	onmessage: ((event: MessageEvent<IndexMessage>) => void) | null;
	onerror: ((event: ErrorEvent) => void) | null;
}

interface Waiting {
	readonly message: QuestionMessage;
	readonly resolve: (answer: never) => void;
	readonly reject: (error: Error) => void;
	attempts: number;
}

/** Times a question is asked of a worker, and of a new one where the worker dies of it. */
const MOST_ATTEMPTS = 2;

/** Workers that may die within this time, in milliseconds, before no other is started while it lasts. */
const MOST_DEATHS = 4;
const DEATHS_COUNT_MS = 60_000;

/**
 * Asks the worker. In place of one that died another is started where somebody waits or watches, and asked again what was left
 * unanswered; where one after the other dies, questions reject until some time has passed, or the index is to be made anew.
 */
export function createIndexClient(
	startWorker: () => WorkerPort = () => new Worker(ownScript('/library-index.js')) as WorkerPort,
): IndexClient {
	const waiting = new Map<number, Waiting>();
	const watchers = new Set<() => void>();
	let worker: WorkerPort | undefined;
	let lastId = 0;
	/** When workers died, by `Date.now`. */
	let deaths: number[] = [];

	function mayStart(): boolean {
		deaths = deaths.filter((at) => Date.now() - at < DEATHS_COUNT_MS);
		return deaths.length < MOST_DEATHS;
	}

	function tellWatchers(): void {
		for (const watcher of [...watchers]) watcher();
	}

	function start(): WorkerPort {
		const port = startWorker();
		port.onmessage = ({ data }) => {
			if ('changed' in data) {
				tellWatchers();
				return;
			}
			const question = waiting.get(data.id);
			waiting.delete(data.id);
			if (data.ok) question?.resolve(data.answer as never);
			else question?.reject(new Error(`the index could not answer ${question.message.name}`));
		};
		port.onerror = (event) => {
			event.preventDefault();
			if (worker === port) revive();
		};
		return port;
	}

	function revive(): void {
		worker?.terminate();
		worker = undefined;
		deaths.push(Date.now());
		const goesOn = mayStart();
		for (const [id, question] of waiting) {
			if (++question.attempts > MOST_ATTEMPTS || !goesOn) {
				waiting.delete(id);
				question.reject(notThere());
			}
		}
		// Who watches asks, and hears what has become of it.
		if (!goesOn) return tellWatchers();
		if (waiting.size === 0 && watchers.size === 0) return;
		worker = start();
		for (const { message } of waiting.values()) worker.postMessage(message);
	}

	function ask<Name extends QuestionName>(name: Name, of: Asked<Name>): Promise<Answer<Name>> {
		// It may be the index that they died of.
		if (name === 'rebuild') deaths = [];
		if (worker === undefined && !mayStart()) return Promise.reject(notThere());
		worker ??= start();
		const message: QuestionMessage = { id: ++lastId, name, of };
		return new Promise((resolve, reject) => {
			waiting.set(message.id, { message, resolve, reject, attempts: 1 });
			worker?.postMessage(message);
		});
	}

	return {
		async search(request) {
			const answer = await ask('search', request);
			return answer && { ...answer, ids: foundIds(answer.ids) };
		},
		ask,
		watch(changed) {
			watchers.add(changed);
			if (mayStart()) worker ??= start();
			return () => watchers.delete(changed);
		},
		close() {
			worker?.terminate();
			worker = undefined;
			waiting.clear();
		},
	};
}

function notThere(): Error {
	return new Error('the index is not there');
}

function foundIds(packed: Uint8Array): FoundIds {
	const length = packed.length / ID_BYTES;
	return {
		length,
		at: (index) => (index >= 0 && index < length ? readId(packed, index) : undefined),
		slice: (start, end = length) =>
			Array.from({ length: Math.max(0, Math.min(end, length) - start) }, (_, index) => readId(packed, start + index)),
	};
}
