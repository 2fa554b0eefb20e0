/** Bytes that grow. */
export interface ByteWriter {
	readonly length: number;
	byte(value: number): void;
	/** Seven bits a byte, the lowest first; for whole numbers from 0 to 2³²−1. */
	varint(value: number): void;
	/** UTF-16 code units, each in one to three bytes as UTF-8 has them, halves of pairs alone; their order is the strings'. */
	units(text: string, from: number): void;
	bytes(from: Uint8Array): void;
	/** All so far, copied; begins anew. */
	take(): Uint8Array<ArrayBuffer>;
	/** All so far, until the next write. */
	view(): Uint8Array<ArrayBuffer>;
	clear(): void;
}

export function createByteWriter(capacity = 1024): ByteWriter {
	let buffer = new Uint8Array(capacity);
	let length = 0;

	function room(more: number): void {
		if (length + more <= buffer.length) return;
		const larger = new Uint8Array(Math.max(length + more, buffer.length * 2));
		larger.set(buffer);
		buffer = larger;
	}

	return {
		get length() {
			return length;
		},
		byte(value) {
			room(1);
			buffer[length++] = value;
		},
		varint(value) {
			room(5);
			let rest = value;
			while (rest > 0x7f) {
				buffer[length++] = (rest & 0x7f) | 0x80;
				rest >>>= 7;
			}
			buffer[length++] = rest;
		},
		units(text, from) {
			room((text.length - from) * 3);
			for (let at = from; at < text.length; at++) {
				const unit = text.charCodeAt(at);
				if (unit < 0x80) buffer[length++] = unit;
				else {
					if (unit < 0x800) buffer[length++] = 0xc0 | (unit >> 6);
					else {
						buffer[length++] = 0xe0 | (unit >> 12);
						buffer[length++] = 0x80 | ((unit >> 6) & 0x3f);
					}
					buffer[length++] = 0x80 | (unit & 0x3f);
				}
			}
		},
		bytes(from) {
			room(from.length);
			buffer.set(from, length);
			length += from.length;
		},
		take() {
			const taken = buffer.slice(0, length);
			length = 0;
			return taken;
		},
		view: () => buffer.subarray(0, length),
		clear() {
			length = 0;
		},
	};
}
