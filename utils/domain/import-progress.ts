import type { FaultCode } from './fault.ts';
import type { ImportedFile, ImportOutcome, ImportSummary } from './import-record.ts';

/** How far an import is, in files. */
export interface ImportProgress {
	/** So far; all there are once `isCounted`. */
	readonly found: number;
	readonly isCounted: boolean;
	/** Those that by their name hold no article, and are not among the found. */
	readonly passedOver: number;
	/** Recorded, now or by an earlier visit. */
	readonly done: number;
	/** Of `done`, those an earlier visit recorded. */
	readonly skipped: number;
	/** The file whose reading alone took longest. */
	readonly longest?: { readonly path: string; readonly ms: number };
}

/** How fast something goes, and how long it will still take. */
export interface Pace {
	readonly perSecond: number;
	/** Absent while it is not known how much is left. */
	readonly secondsLeft?: number;
}

/** The lines of a report by what became of the files. They grow while the import runs. */
export type FileGroups = Readonly<Partial<Record<ImportOutcome, readonly ImportedFile[]>>>;

/** The import under way in this tab. */
export interface RunningImport {
	readonly id: string;
	/** Of the folder that was chosen, or of the first file. */
	readonly name: string;
	readonly phase: 'running' | 'paused' | 'ending';
	/** Why the store refused; it waits until the reader tries again. */
	readonly fault?: FaultCode | undefined;
	readonly progress: ImportProgress;
	readonly pace?: Pace | undefined;
}

/** What is known of imports at one moment. */
export interface ImportState {
	readonly running?: RunningImport | undefined;
	/** Whether one is under way in another tab. */
	readonly isElsewhere: boolean;
	/** What is written down, newest first. */
	readonly imports: readonly ImportSummary[];
	/** The one that goes on with what is chosen next. */
	readonly resuming?: string | undefined;
	/** The report that is shown. */
	readonly report?: { readonly id: string; readonly groups: FileGroups } | undefined;
}
