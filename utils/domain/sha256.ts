/** SHA-256 of bytes that come one piece after the other. FIPS 180-4, section 6.2. */
export interface Sha256 {
	update(bytes: Uint8Array): void;
	/** Of all that came so far; nothing can be added afterwards. */
	digest(): Uint8Array;
}

export function createSha256(): Sha256 {
	const state = Int32Array.from(INITIAL);
	const block = new Uint8Array(64);
	const words = new Int32Array(64);
	let filled = 0;
	let length = 0;

	function update(bytes: Uint8Array): void {
		length += bytes.length;
		let at = 0;
		if (filled > 0) {
			at = Math.min(64 - filled, bytes.length);
			block.set(bytes.subarray(0, at), filled);
			filled += at;
			if (filled < 64) return;
			compress(state, words, block, 0);
		}
		for (; at + 64 <= bytes.length; at += 64) compress(state, words, bytes, at);
		block.set(bytes.subarray(at));
		filled = bytes.length - at;
	}

	return {
		update,
		digest() {
			const end = new Uint8Array(filled < 56 ? 64 - filled : 128 - filled);
			end[0] = 0x80;
			const view = new DataView(end.buffer);
			view.setUint32(end.length - 8, Math.floor(length / 2 ** 29));
			view.setUint32(end.length - 4, length << 3);
			update(end);
			const digest = new DataView(new ArrayBuffer(32));
			for (const [i, value] of state.entries()) digest.setInt32(4 * i, value);
			return new Uint8Array(digest.buffer);
		},
	};
}

/** SHA-256 of some bytes, in lower-case hexadecimal. */
export function sha256Hex(bytes: Uint8Array): string {
	const sha256 = createSha256();
	sha256.update(bytes);
	return toHex(sha256.digest());
}

export function toHex(bytes: Uint8Array): string {
	return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function compress(state: Int32Array, words: Int32Array, bytes: Uint8Array, at: number): void {
	for (let i = 0; i < 16; i++) {
		const j = at + 4 * i;
		words[i] = (bytes[j]! << 24) | (bytes[j + 1]! << 16) | (bytes[j + 2]! << 8) | bytes[j + 3]!;
	}
	for (let i = 16; i < 64; i++) {
		const w2 = words[i - 2]!;
		const w15 = words[i - 15]!;
		const s1 = turn(w2, 17) ^ turn(w2, 19) ^ (w2 >>> 10);
		const s0 = turn(w15, 7) ^ turn(w15, 18) ^ (w15 >>> 3);
		words[i] = s1 + words[i - 7]! + s0 + words[i - 16]!;
	}
	let a = state[0]!;
	let b = state[1]!;
	let c = state[2]!;
	let d = state[3]!;
	let e = state[4]!;
	let f = state[5]!;
	let g = state[6]!;
	let h = state[7]!;
	// One variable each, moved by hand: an array of them made anew in every round takes twenty times as long.
	for (let i = 0; i < 64; i++) {
		const t1 = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + CONSTANTS[i]! + words[i]!) | 0;
		const t2 = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
		h = g;
		g = f;
		f = e;
		e = (d + t1) | 0;
		d = c;
		c = b;
		b = a;
		a = (t1 + t2) | 0;
	}
	state[0]! += a;
	state[1]! += b;
	state[2]! += c;
	state[3]! += d;
	state[4]! += e;
	state[5]! += f;
	state[6]! += g;
	state[7]! += h;
}

function turn(value: number, bits: number): number {
	return (value >>> bits) | (value << (32 - bits));
}

/** The first 32 bits of the fractional part. */
function fraction(value: number): number {
	return (value - Math.floor(value)) * 2 ** 32;
}

const PRIMES = [...Array(312).keys()].filter((n) => n > 1 && ![...Array(n).keys()].some((d) => d > 1 && n % d === 0));
const INITIAL = PRIMES.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)) | 0);
const CONSTANTS = Int32Array.from(PRIMES, (prime) => fraction(Math.cbrt(prime)) | 0);
