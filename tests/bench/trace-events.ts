/** What is read of an event of Chromium's trace; times in microseconds. */
export interface TraceEvent {
	readonly name: string;
	readonly ph: string;
	readonly ts: number;
	readonly dur?: number;
	/** On the processor, without what other programs took of it. */
	readonly tdur?: number;
	readonly tid: number;
	readonly pid: number;
	readonly args?: { readonly beginData?: { readonly url?: string } };
}

/** Everything in which a script runs or is made ready to run. */
export const SCRIPT_EVENTS = new Set([
	'EvaluateScript',
	'FunctionCall',
	'RunMicrotasks',
	'v8.compile',
	'FireIdleCallback',
	'TimerFire',
]);

export function traceEventsOf(trace: Uint8Array | undefined): TraceEvent[] {
	return JSON.parse(new TextDecoder().decode(trace)).traceEvents;
}
