/**
 * The end of a backup: an empty gzip member (RFC 1952) whose extra field `EM` holds the SHA-256 of every byte before it.
 * Programs that unpack gzip pass over it, and no bit of the file can change unnoticed.
 */
const HEAD = [0x1f, 0x8b, 8, 4, 0, 0, 0, 0, 0, 0xff, 36, 0, 0x45, 0x4d, 32, 0];
const TAIL = [3, 0, 0, 0, 0, 0, 0, 0, 0, 0];
const DIGEST_LENGTH = 32;

/** Bytes. */
export const SEAL_LENGTH = HEAD.length + DIGEST_LENGTH + TAIL.length;

/** @param digest SHA-256, 32 bytes */
export function sealOf(digest: Uint8Array): Uint8Array<ArrayBuffer> {
	return Uint8Array.from([...HEAD, ...digest, ...TAIL]);
}

/** Whether these bytes, the last `SEAL_LENGTH` of a file, are a seal at all; a file without one was cut off. */
export function isSeal(bytes: Uint8Array): boolean {
	const isAt = (signs: readonly number[], at: number) => signs.every((sign, index) => bytes[at + index] === sign);
	return bytes.length === SEAL_LENGTH && isAt(HEAD, 0) && isAt(TAIL, HEAD.length + DIGEST_LENGTH);
}

/** Whether the seal is that of this digest. */
export function isSealOf(bytes: Uint8Array, digest: Uint8Array): boolean {
	return isSeal(bytes) && digest.every((byte, index) => bytes[HEAD.length + index] === byte);
}
