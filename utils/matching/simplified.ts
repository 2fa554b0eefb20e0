import { SIMPLIFIED_STEPS, TRADITIONAL_STEPS } from './simplified-steps.ts';

/** 91 printable characters that need no escape in a string, as digits 0–90. */
const DIGITS = ' !#$%&()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~';

/**
 * Pairs in the order of their simplified character. Steps from one pair to the next are numbers of one to three digits, the first
 * of which tells how many: below `TWO_DIGITS` one, below `THREE_DIGITS` two, else three.
 */
function unpack(): Map<string, string> {
	const pairs = new Map<string, string>();
	const simplified = numbers(SIMPLIFIED_STEPS);
	const traditional = numbers(TRADITIONAL_STEPS);
	let to = 0x4e00;
	let from = 0x4e00;
	simplified.forEach((step, k) => {
		to += step;
		// Even: forward; odd: backward.
		const signed = traditional[k]!;
		from += signed % 2 === 0 ? signed / 2 : -(signed + 1) / 2;
		pairs.set(String.fromCharCode(from), String.fromCharCode(to));
	});
	return pairs;
}

const TWO_DIGITS = 71;
const THREE_DIGITS = 86;

function numbers(packed: string): number[] {
	const out: number[] = [];
	const base = DIGITS.length;
	let k = 0;
	const next = (): number => DIGITS.indexOf(packed[k++]!);
	while (k < packed.length) {
		const first = next();
		if (first < TWO_DIGITS) out.push(first);
		else if (first < THREE_DIGITS) out.push(TWO_DIGITS + (first - TWO_DIGITS) * base + next());
		else
			out.push(
				TWO_DIGITS + (THREE_DIGITS - TWO_DIGITS) * base + ((first - THREE_DIGITS) * base + next()) * base + next(),
			);
	}
	return out;
}

/**
 * Traditional → simplified Chinese, by character, for folding only: never to be shown.
 *
 * Derived from the character tables of OpenCC (https://github.com/BYVoid/OpenCC: TSCharacters, STCharacters, TWVariants,
 * HKVariants), Apache License 2.0, https://www.apache.org/licenses/LICENSE-2.0; changed: characters that any of the
 * tables can swap form one class, each class has one simplified character standing for it, and the pairs are packed as
 * below. Only U+4E00–U+9FFF.
 */
export const SIMPLIFIED: ReadonlyMap<string, string> = unpack();
