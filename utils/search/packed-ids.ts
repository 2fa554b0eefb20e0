/** UUIDs (lower case) in sixteen bytes each. */
export const ID_BYTES = 16;

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

export function writeId(id: string, into: Uint8Array, index: number): void {
	let at = index * ID_BYTES;
	for (let from = 0; from < id.length; from += 2) {
		if (id.charCodeAt(from) === 0x2d) from++;
		into[at++] = Number.parseInt(id.slice(from, from + 2), 16);
	}
}

export function readId(ids: Uint8Array, index: number): string {
	const at = index * ID_BYTES;
	let id = '';
	for (let byte = 0; byte < ID_BYTES; byte++) {
		if (byte === 4 || byte === 6 || byte === 8 || byte === 10) id += '-';
		id += HEX[ids[at + byte]!];
	}
	return id;
}
