/** A number that other bytes than these would hardly have (FNV-1a, 32 bits). */
export function checksum(bytes: Uint8Array): number {
	let sum = 0x811c9dc5;
	for (let at = 0; at < bytes.length; at++) sum = Math.imul(sum ^ bytes[at]!, 0x01000193);
	return sum >>> 0;
}
