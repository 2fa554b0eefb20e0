/**
 * Everything that can go wrong in a way the reader is told about. One code, one message in the reader's language.
 * - `quota`: the disk or the browser's allowance is full
 * - `newer-database`: stored by a newer version of En marge; left untouched
 * - `storage-blocked`: the browser refuses storage (private mode, cookies blocked)
 * - `write-failed`: the write was refused for another reason
 * - `not-found`: the annotation or article does not exist (any more)
 * - `invalid`: what was sent is not well formed
 * - `disconnected`: the extension was reloaded or updated while the page stayed open
 * - `unreachable`: the background did not answer
 */
export const FAULT_CODES = [
	'quota',
	'newer-database',
	'storage-blocked',
	'write-failed',
	'not-found',
	'invalid',
	'disconnected',
	'unreachable',
] as const;
export type FaultCode = (typeof FAULT_CODES)[number];

/** An expected failure travelling as an exception inside one room; it becomes a value at the room's door. */
export class Fault extends Error {
	override readonly name = 'Fault';
	constructor(
		readonly code: FaultCode,
		detail = '',
	) {
		super(detail === '' ? code : `${code}: ${detail}`);
	}
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: FaultCode };
