/** What long work at an export tells, and how it is ended. */
export interface ExportRun {
	readonly signal: AbortSignal;
	/** Told while articles are written: how many of how many. */
	readonly progress: (done: number, total: number) => void;
}
