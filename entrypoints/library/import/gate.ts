/** What work passes through between its steps: it waits there while paused, and learns there that it is to end. */
export interface Gate {
	readonly isPaused: boolean;
	readonly isCancelled: boolean;
	pause(): void;
	resume(): void;
	cancel(): void;
	/** Whether to go on. Resolves when the gate is open. */
	pass(): Promise<boolean>;
}

export function createGate(): Gate {
	let opened: (() => void) | undefined;
	let opening: Promise<void> | undefined;
	let isCancelled = false;

	function open(): void {
		opened?.();
		opened = opening = undefined;
	}

	return {
		get isPaused() {
			return opening !== undefined;
		},
		get isCancelled() {
			return isCancelled;
		},
		pause() {
			if (isCancelled) return;
			opening ??= new Promise((resolve) => {
				opened = resolve;
			});
		},
		resume: open,
		cancel() {
			isCancelled = true;
			open();
		},
		async pass() {
			while (opening !== undefined) await opening;
			return !isCancelled;
		},
	};
}
