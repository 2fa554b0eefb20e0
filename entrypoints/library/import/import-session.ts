import type { ImportProgress, ImportState, RunningImport } from '../../../utils/domain/import-progress.ts';
import type { ImportedFile, ImportOutcome, ImportSummary } from '../../../utils/domain/import-record.ts';
import { createBreather } from '../../shared/breather.ts';
import type { readSource } from '../../shared/read-source.ts';
import type { Chosen } from './found-file.ts';
import { createGate, type Gate } from './gate.ts';
import { createPacer } from './pace.ts';
import { type FileToOpen, fileKey, type OpenedFile, type ReadFile } from './read-found.ts';
import { runImport } from './run-import.ts';

/** Where imports are written down. Every method rejects with a Fault and nothing else. */
export interface ImportLedger {
	/**
	 * Begins an import; the same id again is the same import, gone on with.
	 * @param name of what was chosen
	 */
	start(id: string, name: string): Promise<void>;
	/** Keeps the articles and writes the files down; the lines of the report. */
	record(id: string, files: readonly ReadFile[]): Promise<readonly ImportedFile[]>;
	note(id: string, progress: ImportProgress, isFinished: boolean): Promise<void>;
	/** Newest first. */
	list(): Promise<readonly ImportSummary[]>;
	files(id: string): Promise<readonly ImportedFile[]>;
	forget(id: string): Promise<void>;
}

export interface ImportSessionOptions {
	readonly ledger: ImportLedger;
	/**
	 * Told what an earlier visit recorded, by `fileKey`: opens files; undefined for one of those. Rejects with a Fault.
	 */
	readonly openerOf: (known: readonly string[]) => (file: FileToOpen) => Promise<OpenedFile | undefined>;
	readonly loadReader: () => Promise<typeof readSource>;
	/** Holds a lock meanwhile, over all tabs: answers undefined at once where it is held already. */
	readonly withLock: <T>(name: string, work: () => Promise<T>) => Promise<T | undefined>;
	readonly isLocked: (name: string) => Promise<boolean>;
	readonly newId: () => string;
	readonly now: () => number;
	readonly yieldTask: () => Promise<void>;
	readonly changed: (state: ImportState) => void;
}

export interface ImportSession {
	readonly state: ImportState;
	/** Reads what is written down. */
	look(): Promise<void>;
	/** Brings in what was chosen; resolves at its end. Where one is to be resumed, what that recorded is not read again. */
	start(chosen: Chosen): Promise<void>;
	/** Has what is chosen next go on with an import that was stopped, or be a new one. */
	resumeWithNext(id: string | undefined): void;
	pause(): void;
	/** Goes on after a pause, and tries again after a refusal. */
	resume(): void;
	cancel(): void;
	showReport(id: string): Promise<void>;
	forget(id: string): Promise<void>;
}

/** Held while an import runs: there is one at a time. */
const ANY_IMPORT = 'en-marge-import';

/** Held while this very import runs, or is being forgotten. */
const lockOf = (id: string): string => `${ANY_IMPORT}:${id}`;

/** The imports of this tab: one at a time, over all tabs. It outlives the view that shows it. */
export function createImportSession(options: ImportSessionOptions): ImportSession {
	const { ledger, now, changed } = options;
	let state: ImportState = { isElsewhere: false, imports: [] };
	let gate: Gate | undefined;
	let groups: Partial<Record<ImportOutcome, ImportedFile[]>> = {};
	let outcomes = new Map<string, ImportOutcome>();
	const pacer = createPacer();

	function update(changes: Partial<ImportState>): void {
		state = { ...state, ...changes };
		changed(state);
	}

	function updateRunning(changes: Partial<RunningImport>): void {
		if (state.running !== undefined) update({ running: { ...state.running, ...changes } });
	}

	function addLines(files: readonly ImportedFile[]): void {
		for (const file of files) {
			// Another try at a file, or the file changed meanwhile: there is one line for it.
			const before = outcomes.get(file.path);
			if (before !== undefined) groups[before] = groups[before]?.filter(({ path }) => path !== file.path) ?? [];
			outcomes.set(file.path, file.outcome);
			const group = groups[file.outcome] ?? [];
			group.push(file);
			groups[file.outcome] = group;
		}
	}

	async function openReport(id: string): Promise<readonly ImportedFile[]> {
		const files = await ledger.files(id);
		groups = {};
		outcomes = new Map();
		addLines(files);
		update({ report: { id, groups } });
		return files;
	}

	async function run(chosen: Chosen, id: string): Promise<void> {
		const open = createGate();
		gate = open;
		pacer.restart();
		await ledger.start(id, chosen.name);
		const nothing: ImportProgress = { found: 0, isCounted: false, passedOver: 0, done: 0, skipped: 0 };
		const running = { id, name: chosen.name, phase: 'running', progress: nothing } as const;
		update({ isElsewhere: false, resuming: undefined, running });
		const known = (await openReport(id)).filter(({ outcome }) => outcome !== 'failed').map(fileKey);
		let last = nothing;
		let isTotalNoted = false;
		try {
			const isFinished = await runImport(chosen.walk(), {
				gate: open,
				now,
				breathe: createBreather(now, options.yieldTask),
				open: options.openerOf(known),
				readSource: await options.loadReader(),
				async record(files, progress) {
					// First: whatever is reported then stands beside how much there was.
					if (progress.isCounted && !isTotalNoted) await ledger.note(id, progress, false);
					isTotalNoted = progress.isCounted;
					addLines(await ledger.record(id, files));
				},
				refused: (fault) => updateRunning({ phase: 'paused', fault }),
				show(progress) {
					last = progress;
					const left = progress.isCounted ? progress.found - progress.done : undefined;
					const pace = open.isPaused ? undefined : pacer.at(now(), progress.done - progress.skipped, left);
					update({ report: { id, groups } });
					updateRunning({ progress, pace });
				},
			});
			await ledger.note(id, last, isFinished);
		} finally {
			gate = undefined;
			update({ running: undefined, imports: await ledger.list() });
		}
	}

	/** Does what no other tab may be doing now; where one is, that is said. */
	async function alone(lock: string, work: () => Promise<void>): Promise<void> {
		const done = await options.withLock(lock, async () => {
			await work();
			return true;
		});
		if (done === undefined) update({ isElsewhere: true });
	}

	return {
		get state() {
			return state;
		},
		async look() {
			const imports = await ledger.list();
			update({ imports, isElsewhere: state.running === undefined && (await options.isLocked(ANY_IMPORT)) });
			const [newest] = imports;
			if (state.report === undefined && newest !== undefined) await openReport(newest.id);
		},
		async start(chosen) {
			if (state.running !== undefined) return;
			const id = state.resuming ?? options.newId();
			await alone(ANY_IMPORT, () => alone(lockOf(id), () => run(chosen, id)));
		},
		resumeWithNext(id) {
			update({ resuming: id });
		},
		pause() {
			gate?.pause();
			updateRunning({ phase: 'paused', pace: undefined });
		},
		resume() {
			pacer.restart();
			updateRunning({ phase: 'running', fault: undefined });
			gate?.resume();
		},
		cancel() {
			updateRunning({ phase: 'ending', fault: undefined, pace: undefined });
			gate?.cancel();
		},
		async showReport(id) {
			await openReport(id);
		},
		async forget(id) {
			await alone(lockOf(id), async () => {
				await ledger.forget(id);
				const imports = await ledger.list();
				update({ imports, isElsewhere: false, report: state.report?.id === id ? undefined : state.report });
				if (state.report === undefined && imports[0] !== undefined) await openReport(imports[0].id);
			});
		},
	};
}
