/**
 * Where each run of `size` units (a gram) stands in a text. Built once a text, in steps of bounded length so that a long
 * page does not block.
 */
export interface GramIndex {
	readonly size: number;
	/** How often a gram with the hash of `units[at…]` stands in the text: an upper bound. */
	countAt(units: Uint16Array, at: number): number;
	/** Calls `found` with each place of the gram `units[at…at+size)`, from the last to the first. */
	forEach(units: Uint16Array, at: number, found: (place: number) => void): void;
}

export interface GramIndexBuilder {
	/** Indexes up to `count` further places; true when all are indexed. */
	advance(count: number): boolean;
	readonly index: GramIndex;
}

const MULTIPLIER = 0x01000193;

export function buildGramIndex(text: Uint16Array, size: number): GramIndexBuilder {
	const total = Math.max(0, text.length - size + 1);
	const bits = Math.max(8, Math.min(22, 32 - Math.clz32(Math.max(1, total))));
	const shift = 32 - bits;
	const heads = new Int32Array(2 ** bits).fill(-1);
	const counts = new Uint32Array(2 ** bits);
	const next = new Int32Array(total);
	let done = 0;

	/** Of the gram at `at`: each unit times a power of an odd constant, so that the next gram's follows from it. */
	function sum(units: Uint16Array, at: number): number {
		let h = 0;
		for (let i = at; i < at + size; i++) h = Math.imul(h, MULTIPLIER) + units[i]!;
		return h | 0;
	}

	function bucket(h: number): number {
		return Math.imul(h ^ (h >>> 15), 0x9e3779b1) >>> shift;
	}

	/** What the first unit of a gram weighs in the sum once the next unit has come in. */
	let leaving = 1;
	for (let i = 0; i < size; i++) leaving = Math.imul(leaving, MULTIPLIER);

	return {
		advance(count) {
			const stop = Math.min(total, done + count);
			let h = done < stop ? sum(text, done) : 0;
			for (; done < stop; done++) {
				const b = bucket(h);
				next[done] = heads[b]!;
				heads[b] = done;
				counts[b]!++;
				h = (Math.imul(h, MULTIPLIER) + text[done + size]! - Math.imul(leaving, text[done]!)) | 0;
			}
			return done >= total;
		},
		index: {
			size,
			countAt: (units, at) => counts[bucket(sum(units, at))]!,
			forEach(units, at, found) {
				for (let place = heads[bucket(sum(units, at))]!; place !== -1; place = next[place]!) {
					let i = 0;
					while (i < size && text[place + i] === units[at + i]) i++;
					if (i === size) found(place);
				}
			},
		},
	};
}
