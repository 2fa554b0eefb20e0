import { sha256Hex, toHex } from '../domain/sha256.ts';

/** SHA-256 of bytes, in lower-case hexadecimal. Browsers offer theirs on secure pages only; RFI's former hosts have http. */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
	const subtle = globalThis.crypto?.subtle;
	return subtle ? toHex(new Uint8Array(await subtle.digest('SHA-256', bytes))) : sha256Hex(bytes);
}
