/** A small seeded generator: the same seed gives the same article in every run. */
export function newsText(seed: number, paragraphs: number): string {
	let state = seed;
	const next = (below: number): number => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return Math.floor((state / 2 ** 32) * below);
	};
	const word = (): string => {
		let out = '';
		for (let syllables = 1 + next(3); syllables > 0; syllables--)
			out += ONSETS[next(ONSETS.length)]! + VOWELS[next(VOWELS.length)]!;
		return out;
	};
	const sentence = (): string => {
		const words = Array.from({ length: 8 + next(12) }, word);
		return `${words[0]![0]!.toUpperCase()}${words.join(' ').slice(1)}${next(4) === 0 ? `, ${1900 + next(120)}` : ''}.`;
	};
	return Array.from({ length: paragraphs }, () => Array.from({ length: 2 + next(4) }, sentence).join(' ')).join('\n');
}

const ONSETS = 'b ch d f g j l m n p pr qu r s t tr v br cl'.split(' ');
const VOWELS = 'a e i o u é ou ai on in eur'.split(' ');
