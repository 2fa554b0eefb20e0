/** As long as work may go on without the page drawing or answering, in milliseconds. A frame is 16.7. */
const SLICE_MS = 12;

/** Lets the page do what waits, where work has gone on for a while; asked between any two steps of long work. */
export function createBreather(now: () => number, yieldTask: () => Promise<void>): () => Promise<void> {
	let since = now();
	return async () => {
		if (now() - since < SLICE_MS) return;
		await yieldTask();
		since = now();
	};
}

/** Resolves in a task of its own, after whatever the page has waiting; unlike a timer it is not held up in a hidden tab. */
export function yieldTask(): Promise<void> {
	return new Promise((resolve) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = () => {
			port1.close();
			resolve();
		};
		port2.postMessage(undefined);
	});
}
