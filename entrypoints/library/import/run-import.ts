import { Fault, type FaultCode } from '../../../utils/domain/fault.ts';
import type { ImportProgress } from '../../../utils/domain/import-progress.ts';
import type { readSource } from '../../shared/read-source.ts';
import type { Found } from './found-file.ts';
import type { Gate } from './gate.ts';
import { type FileToOpen, type OpenedFile, type ReadFile, readOpened } from './read-found.ts';
import { walkAhead } from './walk-ahead.ts';

/** Files whose opening is begun before their turn comes, and how few are left when more are: disk and worker answer meanwhile. */
const OPENED_AHEAD = { most: 48, least: 24 } as const;
/** What is recorded at once: so much that storing costs little, so little that hardly any work is lost when the tab goes. */
const BATCH = { files: 100, codeUnits: 2_000_000, ms: 500 } as const;
/** Batches: the worker prepares one while the database writes the one before it. */
const STORED_AT_ONCE = 2;
/** Between two tellings of how far it is, in milliseconds. */
const SHOW_MS = 250;

/** What an import needs of the world. */
export interface ImportPorts {
	readonly gate: Gate;
	/** Milliseconds. */
	readonly now: () => number;
	/** See `createBreather`. */
	readonly breathe: () => Promise<void>;
	/** Opens a file; undefined where an earlier visit recorded this very one. Rejects with a Fault. */
	readonly open: (file: FileToOpen) => Promise<OpenedFile | undefined>;
	readonly readSource: typeof readSource;
	/** Keeps the articles and writes the files down, durably; rejects with a Fault. */
	readonly record: (files: readonly ReadFile[], progress: ImportProgress) => Promise<void>;
	/** Tells that the store refused; the gate is paused, and opening it tries again. */
	readonly refused: (fault: FaultCode) => void;
	readonly show: (progress: ImportProgress) => void;
}

/**
 * Brings in what a walk finds: one file after the other is read, in slices that leave the page usable, while what was read
 * before is being stored. No more is held in memory than one batch being read and two being stored.
 * @returns whether it came to its end, and was not cancelled
 */
export async function runImport(walk: AsyncIterable<Found>, ports: ImportPorts): Promise<boolean> {
	const { gate, now, breathe } = ports;
	const walked = walkAhead(walk, breathe, () => gate.isCancelled);
	const ahead: { readonly found: Found; readonly opening: Promise<OpenedFile | undefined> }[] = [];
	let batch: ReadFile[] = [];
	let batchSize = 0;
	let batchSince = now();
	const storing: Promise<void>[] = [];
	let [done, skipped, shownAt] = [0, 0, -SHOW_MS];
	let longest: ImportProgress['longest'];

	function progress(): ImportProgress {
		const { found, isCounted, passedOver } = walked;
		return { found, isCounted, passedOver, done, skipped, ...(longest && { longest }) };
	}

	function show(): void {
		if (now() - shownAt < SHOW_MS) return;
		shownAt = now();
		ports.show(progress());
	}

	async function open(one: Found, isTurn: boolean): Promise<OpenedFile | undefined> {
		if (one.kind === 'passed-over') return undefined;
		const facts = { path: one.kind === 'file' ? one.file.path : one.path, size: 0, modified: 0 };
		if (one.kind === 'unreadable') return { facts, content: one.reason };
		try {
			return await ports.open({ path: facts.path, file: await one.file.open(), isTurn });
		} catch (error) {
			return { facts, content: error instanceof Fault ? error.code : 'refused' };
		}
	}

	async function store(files: readonly ReadFile[]): Promise<void> {
		try {
			await ports.record(files, progress());
		} catch (error) {
			if (!(error instanceof Fault)) throw error;
			if (error.code === 'invalid') return await storeSingly(files);
			gate.pause();
			ports.refused(error.code);
			if (await gate.pass()) await store(files);
			return;
		}
		done += files.length;
		show();
	}

	/** One file among them is not fit to be stored: it is written down as such, the others are kept. */
	async function storeSingly(files: readonly ReadFile[]): Promise<void> {
		const [first] = files;
		if (files.length > 1) for (const file of files) await store([file]);
		else if (first && first.found !== 'invalid') await store([{ ...first, found: 'invalid' }]);
		// Not even that can be written down of it: it is left behind, and the import comes to its end.
		else done++;
	}

	async function flush(): Promise<void> {
		while (storing.length >= STORED_AT_ONCE) await storing.shift();
		if (batch.length > 0) {
			const stored = store(batch);
			// A rejection is met where a later batch, or the end, awaits it.
			stored.catch(() => undefined);
			storing.push(stored);
		}
		[batch, batchSize, batchSince] = [[], 0, now()];
	}

	async function read(opened: OpenedFile): Promise<void> {
		const before = now();
		const file = readOpened(opened, ports.readSource);
		const ms = now() - before;
		if (ms > (longest?.ms ?? 0)) longest = { path: file.facts.path, ms };
		if (batch.length === 0) batchSince = now();
		batch.push(file);
		batchSize += typeof file.found === 'string' ? 0 : file.found.extracted.text.length * 2;
		const isFull = batch.length >= BATCH.files || batchSize >= BATCH.codeUnits || now() - batchSince >= BATCH.ms;
		if (isFull) await flush();
	}

	while (await passed()) {
		openMore();
		const first = ahead.shift();
		if (first === undefined) {
			if (walked.isCounted) break;
			await walked.more();
			continue;
		}
		let opened = await first.opening;
		if (opened?.content === 'large') opened = await open(first.found, true);
		if (opened === undefined) {
			skipped++;
			done++;
		} else await read(opened);
		show();
		await breathe();
	}
	await flush();
	await Promise.all(storing);
	ports.show(progress());
	return !gate.isCancelled;

	/** Whoever pauses may close the tab: what was read is stored first. */
	async function passed(): Promise<boolean> {
		if (gate.isPaused) await flush();
		return await gate.pass();
	}

	function openMore(): void {
		if (ahead.length > OPENED_AHEAD.least) return;
		while (ahead.length < OPENED_AHEAD.most) {
			const found = walked.take();
			if (found === undefined) return;
			ahead.push({ found, opening: open(found, false) });
		}
	}
}
