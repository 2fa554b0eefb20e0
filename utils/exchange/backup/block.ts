/**
 * A backup is gzip members (RFC 1952), one behind the other, so that several may be packed, and unpacked, at a time. The
 * extra field `EB` of each holds its length in bytes, by which the next is found.
 */
const HEAD = [0x1f, 0x8b, 8, 4, 0, 0, 0, 0, 0, 0xff, 8, 0, 0x45, 0x42, 4, 0];

/** Bytes before what is packed. */
export const BLOCK_HEAD_LENGTH = HEAD.length + 4;

/** The head of a gzip member that says nothing but that it is one, as compressors make it. */
const PLAIN_HEAD_LENGTH = 10;

/** @param member a gzip member whose head has no optional fields */
export function blockOf(member: Uint8Array): Uint8Array<ArrayBuffer> {
	if (member[3] !== 0) throw new Error('the head of this gzip member has optional fields');
	const block = new Uint8Array(BLOCK_HEAD_LENGTH + member.length - PLAIN_HEAD_LENGTH);
	block.set(HEAD);
	new DataView(block.buffer).setUint32(HEAD.length, block.length, true);
	block.set(member.subarray(PLAIN_HEAD_LENGTH), BLOCK_HEAD_LENGTH);
	return block;
}

/** How long the block is that begins with these bytes, at least `BLOCK_HEAD_LENGTH` of them; undefined where none begins there. */
export function blockLength(bytes: Uint8Array): number | undefined {
	if (bytes.length < BLOCK_HEAD_LENGTH || !HEAD.every((byte, index) => bytes[index] === byte)) return undefined;
	const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(HEAD.length, true);
	return length > BLOCK_HEAD_LENGTH ? length : undefined;
}
