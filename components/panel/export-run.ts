/** What long work at an export tells, and how it is ended. */
export interface ExportRun {
	readonly signal: AbortSignal;
	/** Told while articles are written: how many of how many. */
	readonly progress: (done: number, total: number) => void;
}

/** What is told of an export that the browser was given to save. */
export interface ExportSaved {
	readonly fileName: string;
	/** True where nothing of what was chosen is annotated. */
	readonly isEmpty: boolean;
}
