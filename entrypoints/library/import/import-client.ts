import { Fault } from '../../../utils/domain/fault.ts';
import { ownScript } from '../../shared/own-script.ts';
import type { ImportAnswer, ImportAsked, ImportQuestion, ImportQuestionName, ImportReply } from './import-protocol.ts';
import type { FileToOpen, OpenedFile } from './read-found.ts';

/** The part of a Worker that is used. */
export interface ImportPort {
	postMessage(question: ImportQuestion): void;
	terminate(): void;
	onmessage: ((event: MessageEvent<ImportReply>) => void) | null;
	onerror: ((event: ErrorEvent) => void) | null;
}

/** The worker of an import as its page sees it. Every method rejects with a Fault and nothing else. */
export interface ImportClient {
	begin(known: readonly string[]): void;
	/** Undefined where the file is known. */
	open(file: FileToOpen): Promise<OpenedFile | undefined>;
	record(...of: [importId: string, files: ImportAsked<'record'>['files']]): Promise<ImportAnswer<'record'>>;
	/** Lets the worker go; the next import has one of its own. */
	close(): void;
}

interface Waiting {
	readonly resolve: (answer: never) => void;
	readonly reject: (fault: Fault) => void;
}

/** A message costs as much as a small file; so many files go in one. */
const OPENED_AT_ONCE = 24;

export function createImportClient(
	startWorker: () => ImportPort = () => new Worker(ownScript('/library-index.js'), { name: 'import' }) as ImportPort,
): ImportClient {
	const waiting = new Map<number, Waiting>();
	let worker: ImportPort | undefined;
	let known: readonly string[] = [];
	let lastId = 0;
	let toOpen: (Waiting & { readonly file: FileToOpen })[] = [];

	/** A worker that dies takes with it what it was asked: that is told as a refusal, and can be tried again. */
	function end(): void {
		worker?.terminate();
		worker = undefined;
		const left = [...waiting.values()];
		waiting.clear();
		for (const { reject } of left) reject(new Fault('write-failed', 'the worker is gone'));
	}

	function start(): ImportPort {
		const port = startWorker();
		port.onmessage = ({ data }) => {
			const question = waiting.get(data.id);
			waiting.delete(data.id);
			if (data.ok) question?.resolve(data.answer as never);
			else question?.reject(new Fault(data.fault));
		};
		port.onerror = (event) => {
			event.preventDefault();
			if (worker === port) end();
		};
		port.postMessage({ id: ++lastId, name: 'begin', of: known });
		return port;
	}

	function ask<Name extends ImportQuestionName>(name: Name, of: ImportAsked<Name>): Promise<ImportAnswer<Name>> {
		worker ??= start();
		const port = worker;
		const id = ++lastId;
		return new Promise((resolve, reject) => {
			waiting.set(id, { resolve, reject });
			port.postMessage({ id, name, of });
		});
	}

	/** Asks together for what was asked for at one moment. */
	async function openAll(): Promise<void> {
		const all = toOpen;
		toOpen = [];
		for (let from = 0; from < all.length; from += OPENED_AT_ONCE) {
			const some = all.slice(from, from + OPENED_AT_ONCE);
			void ask(
				'open',
				some.map(({ file }) => file),
			).then(
				(opened) => some.forEach(({ resolve }, index) => void resolve(opened[index] as never)),
				(fault) => some.forEach(({ reject }) => void reject(fault)),
			);
		}
	}

	return {
		begin(keys) {
			end();
			known = keys;
		},
		open(file) {
			if (toOpen.length === 0) queueMicrotask(openAll);
			return new Promise((resolve, reject) => toOpen.push({ file, resolve, reject }));
		},
		record: (importId, files) => ask('record', { importId, files }),
		close: end,
	};
}
