/** SHA-256 of bytes, in lower-case hexadecimal. Browsers offer theirs on secure pages only; RFI's former hosts have http. */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
	const subtle = globalThis.crypto?.subtle;
	const digest = subtle ? new Uint8Array(await subtle.digest('SHA-256', bytes)) : sha256Plain(bytes);
	return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The same without the browser's help. FIPS 180-4, section 6.2. */
export function sha256Plain(bytes: Uint8Array): Uint8Array {
	const length = bytes.length;
	const padded = new Uint8Array(((length + 72) >> 6) << 6);
	padded.set(bytes);
	padded[length] = 0x80;
	const view = new DataView(padded.buffer);
	view.setUint32(padded.length - 8, Math.floor(length / 2 ** 29));
	view.setUint32(padded.length - 4, length << 3);
	const state = Uint32Array.from(PRIMES.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));
	const words = new Uint32Array(64);
	for (let at = 0; at < padded.length; at += 64) {
		for (let i = 0; i < 16; i++) words[i] = view.getUint32(at + 4 * i);
		for (let i = 16; i < 64; i++) {
			const [w2, w15] = [words[i - 2]!, words[i - 15]!];
			const s1 = turn(w2, 17) ^ turn(w2, 19) ^ (w2 >>> 10);
			const s0 = turn(w15, 7) ^ turn(w15, 18) ^ (w15 >>> 3);
			words[i] = s1 + words[i - 7]! + s0 + words[i - 16]!;
		}
		let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
		for (let i = 0; i < 64; i++) {
			const choice = (e & f) ^ (~e & g);
			const t1 = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + choice + CONSTANTS[i]! + words[i]!) >>> 0;
			const majority = (a & b) ^ (a & c) ^ (b & c);
			const t2 = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + majority) >>> 0;
			[h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) >>> 0, c, b, a, (t1 + t2) >>> 0];
		}
		for (const [i, value] of [a, b, c, d, e, f, g, h].entries()) state[i] = state[i]! + value;
	}
	const digest = new DataView(new ArrayBuffer(32));
	for (const [i, value] of state.entries()) digest.setUint32(4 * i, value);
	return new Uint8Array(digest.buffer);
}

function turn(value: number, bits: number): number {
	return (value >>> bits) | (value << (32 - bits));
}

/** The first 32 bits of the fractional part. */
function fraction(value: number): number {
	return ((value - Math.floor(value)) * 2 ** 32) >>> 0;
}

const PRIMES = [...Array(312).keys()].filter((n) => n > 1 && ![...Array(n).keys()].some((d) => d > 1 && n % d === 0));
const CONSTANTS = Uint32Array.from(PRIMES, (prime) => fraction(Math.cbrt(prime)));
