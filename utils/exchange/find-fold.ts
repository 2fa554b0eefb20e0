/**
 * Text as a browser compares it when it looks for a text directive: compatibility forms, accents, case, soft hyphens and other
 * invisible signs do not count, any white space is one space. Offsets are lost; for counting only.
 */
export function foldForFind(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/[\p{M}\p{Cf}]+/gu, '')
		.toLowerCase()
		.replace(/\s+/g, ' ')
		.trim();
}

/** Whether `needle` stands exactly once in `haystack`, both folded; places that overlap count each. */
export function isUnique(haystack: string, needle: string): boolean {
	const first = haystack.indexOf(needle);
	return first !== -1 && haystack.indexOf(needle, first + 1) === -1;
}
