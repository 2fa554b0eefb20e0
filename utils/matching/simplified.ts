import { SIMPLIFIED_STEPS, TRADITIONAL_STEPS } from './simplified-steps.ts';

/** 91 printable characters that need no escape in a string, as digits 0–90. */
const DIGITS = ' !#$%&()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~';

/**
 * Pairs in the order of their simplified character. Steps from one pair to the next are numbers: below 80 one digit, else
 * three (80 + high, middle, low).
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

function numbers(packed: string): number[] {
	const out: number[] = [];
	const digit = (k: number): number => DIGITS.indexOf(packed[k]!);
	for (let k = 0; k < packed.length; k++) {
		const high = digit(k);
		if (high < 80) out.push(high);
		else out.push(80 + (high - 80) * 8281 + digit(++k) * 91 + digit(++k));
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
