import type { OldPlace } from './home.ts';

/** Code units of the old text beside a quote that are looked through: what stands further off does not come into its home. */
const NEAR = 4000;
/** Code units beside the quote that go with it. */
const BESIDE = 20;

/** Whether the quote with what stands beside it, on one side or the other, comes again near by in the old text. */
export function isRepeated(old: string, { start, end }: OldPlace): boolean {
	const near = old.slice(Math.max(0, start - NEAR), end + NEAR);
	const comesAgain = (words: string): boolean => near.indexOf(words) !== near.lastIndexOf(words);
	return comesAgain(old.slice(Math.max(0, start - BESIDE), end)) || comesAgain(old.slice(start, end + BESIDE));
}
