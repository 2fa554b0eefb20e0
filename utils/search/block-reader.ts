const MORE = 15;

/** Goes through the terms of a block as `block-writer.ts` writes them. Offsets are bytes in the block. */
export interface BlockReader {
	readonly block: Uint8Array;
	/** Of the term it stands on. */
	readonly term: string;
	readonly postingsStart: number;
	readonly positionsStart: number;
	readonly end: number;
	/** On to the next term; false where there is none. */
	next(): boolean;
}

export function readBlock(block: Uint8Array): BlockReader {
	let at = 0;
	let term = '';
	let postingsStart = 0;
	let positionsStart = 0;

	function varint(): number {
		let value = 0;
		for (let shift = 0; ; shift += 7) {
			const byte = block[at++]!;
			value |= (byte & 0x7f) << shift;
			if (byte < 0x80) return value >>> 0;
		}
	}

	function unit(): string {
		const first = block[at++]!;
		if (first < 0x80) return String.fromCharCode(first);
		if (first < 0xe0) return String.fromCharCode(((first & 0x1f) << 6) | (block[at++]! & 0x3f));
		return String.fromCharCode(((first & 0xf) << 12) | ((block[at++]! & 0x3f) << 6) | (block[at++]! & 0x3f));
	}

	return {
		block,
		get term() {
			return term;
		},
		get postingsStart() {
			return postingsStart;
		},
		get positionsStart() {
			return positionsStart;
		},
		get end() {
			return at;
		},
		next() {
			if (at >= block.length) return false;
			const lengths = block[at++]!;
			const shared = lengths >> 4 === MORE ? MORE + varint() : lengths >> 4;
			let own = (lengths & MORE) === MORE ? MORE + varint() : lengths & MORE;
			term = term.slice(0, shared);
			for (; own > 0; own--) term += unit();
			const postings = varint();
			const positions = varint();
			postingsStart = at;
			positionsStart = at + postings;
			at = positionsStart + positions;
			return true;
		},
	};
}
