/** Units of a pattern that are searched for; the rest is compared where they stand. Bounds the work on periodic text. */
const PROBE_LENGTH = 32;
/** Places whose rest is compared before the search gives up. */
const MOST_COMPARED = 2000;

const shifts = new Uint8Array(256);

/** The first `most` places of `pattern` in `text`, overlapping ones too (Horspool 1980). O(text + places × pattern). */
export function findAll(text: Uint16Array, pattern: Uint16Array, most: number): number[] {
	const found: number[] = [];
	const length = Math.min(pattern.length, PROBE_LENGTH);
	if (length === 0) return found;
	shifts.fill(length);
	for (let i = 0; i < length - 1; i++) shifts[pattern[i]! & 255] = length - 1 - i;
	const last = pattern[length - 1]!;
	const stop = text.length - pattern.length;
	let compared = 0;
	for (let at = 0; at <= stop; ) {
		const unit = text[at + length - 1]!;
		if (unit !== last) {
			at += shifts[unit & 255]!;
			continue;
		}
		let i = 0;
		while (i < length && text[at + i] === pattern[i]) i++;
		if (i === length) {
			while (i < pattern.length && text[at + i] === pattern[i]) i++;
			if (i === pattern.length) {
				found.push(at);
				if (found.length >= most) break;
			}
			if (++compared >= MOST_COMPARED) break;
			at++;
		} else at += shifts[unit & 255]!;
	}
	return found;
}
