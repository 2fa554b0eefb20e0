/** What a page tells of an error: its kind and where in our own files it arose. Nothing of what it says. */
export interface UnexpectedError {
	readonly name: string;
	/** Of a fault. */
	readonly code?: string;
	/** The lines of the stack that name files of ours; empty for none. */
	readonly stack: string;
}

/** A page tells of so many: what fails again and again must not keep the background at work. */
const MOST_TOLD = 5;
const MOST_FRAMES = 5;

/**
 * From here on, tells of errors of ours in this page that nobody has caught. Those of the page's own scripts are none of ours:
 * they come through none of our files. Firefox fires neither event for what a content script throws (version 153): there they are on the
 * console alone.
 * @param ownFiles what the addresses of our files begin with
 */
export function watchUnexpected(window: EventTarget, ownFiles: string, tell: (error: UnexpectedError) => void): void {
	let told = 0;
	const happened = (error: unknown): void => {
		if (typeof error !== 'object' || error === null) return;
		const { name, code, stack } = error as Partial<Record<string, unknown>>;
		const lines = String(stack).split('\n');
		const own = lines.filter((line) => line.includes(ownFiles)).slice(0, MOST_FRAMES);
		if (own.length === 0 || told++ >= MOST_TOLD) return;
		tell({ name: String(name), ...(typeof code === 'string' && { code }), stack: own.join('\n') });
	};
	window.addEventListener('error', (event) => happened((event as ErrorEvent).error));
	window.addEventListener('unhandledrejection', (event) => happened((event as PromiseRejectionEvent).reason));
}
