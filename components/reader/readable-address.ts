/** Control and formatting characters, with which an address could show itself as another. */
const INVISIBLE = /[\p{C}\p{Z}]/u;

/** An address with its letters as people write them, where that can be told from no other; else as it is. */
export function readableAddress(address: string): string {
	try {
		const decoded = decodeURI(address);
		return INVISIBLE.test(decoded) ? address : decoded;
	} catch {
		return address;
	}
}
