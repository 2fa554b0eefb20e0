import { Fault } from '../../utils/domain/fault.ts';
import { ownScript } from '../shared/own-script.ts';
import type { DoneMessage, TaskMessage, TaskName, WriterTasks } from './protocol.ts';

/** Workers that read and write a library out, each a piece at a time. */
export interface WriterPool {
	/** So many tasks keep all of them at work. */
	readonly atOnce: number;
	/** Rejects with a Fault where the library cannot be read, and with the signal's reason once that says so. */
	ask<Name extends TaskName>(name: Name, of: Parameters<WriterTasks[Name]>[0]): Promise<ReturnType<WriterTasks[Name]>>;
	close(): void;
}

interface Waiting {
	readonly resolve: (answer: never) => void;
	readonly reject: (error: unknown) => void;
}

interface Writer {
	readonly worker: Worker;
	readonly waiting: Map<number, Waiting>;
}

/** More would only wait for the one database. */
const MOST_WRITERS = 4;
/** Tasks of one writer: while one is worked on, what the next needs is read. */
const TASKS_EACH = 2;

export function openWriterPool(signal?: AbortSignal): WriterPool {
	const most = Math.min(MOST_WRITERS, navigator.hardwareConcurrency || 1);
	const writers: Writer[] = [];
	/** One that has nothing to do, or a new one, or the one that has least. */
	function nextWriter(): Writer {
		const least = writers.reduce<Writer | undefined>(
			(a, b) => (a === undefined || b.waiting.size < a.waiting.size ? b : a),
			undefined,
		);
		if (least && (least.waiting.size === 0 || writers.length === most)) return least;
		const started = startWriter();
		writers.push(started);
		return started;
	}
	let lastId = 0;
	const rejectAll = (error: unknown): void => {
		for (const { waiting } of writers) {
			for (const { reject } of waiting.values()) reject(error);
			waiting.clear();
		}
	};
	const end = (): void => rejectAll(signal?.reason);
	signal?.addEventListener('abort', end);
	return {
		atOnce: most * TASKS_EACH + 1,
		async ask(name, of) {
			signal?.throwIfAborted();
			const { worker, waiting } = nextWriter();
			return await new Promise((resolve, reject) => {
				const id = ++lastId;
				waiting.set(id, { resolve, reject });
				worker.postMessage({ id, name, of } satisfies TaskMessage);
			});
		},
		close() {
			signal?.removeEventListener('abort', end);
			for (const { worker } of writers) worker.terminate();
			rejectAll(new Error('the writers have been let go'));
		},
	};
}

function startWriter(): Writer {
	const worker = new Worker(ownScript('/library-writer.js'));
	const waiting = new Map<number, Waiting>();
	worker.onmessage = ({ data }: MessageEvent<DoneMessage>) => {
		const asked = waiting.get(data.id);
		waiting.delete(data.id);
		if (data.ok) asked?.resolve(data.answer as never);
		else asked?.reject(new Fault('write-failed', `a writer could not go on: ${data.why}`));
	};
	worker.onerror = (event) => {
		event.preventDefault();
		for (const { reject } of waiting.values()) reject(new Error(`a writer has ended: ${event.message}`));
		waiting.clear();
	};
	return { worker, waiting };
}
