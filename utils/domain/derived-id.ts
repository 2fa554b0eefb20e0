import { sha256Hex } from './sha256.ts';

/**
 * A UUID made of words: the same words give the same id, so that a file brought in twice is there once. Version 8, which
 * is free for such (RFC 9562, section 5.8).
 */
export function derivedId(...words: readonly string[]): string {
	const hex = sha256Hex(new TextEncoder().encode(JSON.stringify(words)));
	const variant = ((Number.parseInt(hex[16]!, 16) & 3) | 8).toString(16);
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const UUID = /^(?:urn:uuid:)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

/** The UUID that an identifier is; undefined where it is another kind of one. */
export function uuidIn(identifier: string): string | undefined {
	return UUID.exec(identifier)?.[1]?.toLowerCase();
}
