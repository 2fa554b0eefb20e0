/**
 * Text as a browser compares it when it looks for a text directive: compatibility forms, accents, case, soft hyphens and other
 * invisible signs do not count, any white space is one space. Offsets are lost; for counting only.
 */
export function foldForFind(text: string): string {
	return foldUnits(text) ?? foldWhole(text);
}

function foldWhole(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/[\p{M}\p{Cf}]+/gu, '')
		.toLowerCase()
		.replace(/\s+/g, ' ')
		.trim();
}

/** What a code unit becomes, each looked at once: 0 where it was not yet. */
const folds = new Uint8Array(0x1_0000);
const ITSELF = 1;
/** Of several in a row only the first stays. */
const SPACE = 2;
/** What `others` says, which may be nothing. */
const OTHER = 3;
/** What only the whole text tells. */
const DEPENDS = 4;
const others = new Map<number, string>();

/**
 * The same, a code unit at a time, most of which stay what they are: several times as fast. Undefined where one is not the same
 * wherever it stands: outside the basic plane, capital sigma.
 */
function foldUnits(text: string): string | undefined {
	let folded = '';
	/** From here on nothing has changed. */
	let from = 0;
	let isAfterSpace = true;
	for (let at = 0; at < text.length; at++) {
		const unit = text.charCodeAt(at);
		const fold = folds[unit]! || lookAt(unit);
		if (fold === ITSELF || (unit === 0x20 && !isAfterSpace)) {
			isAfterSpace = fold === SPACE;
			continue;
		}
		if (fold === DEPENDS) return undefined;
		if (from < at) folded += text.slice(from, at);
		from = at + 1;
		if (fold === OTHER) {
			const other = others.get(unit)!;
			folded += other;
			isAfterSpace &&= other === '';
		} else if (!isAfterSpace) {
			folded += ' ';
			isAfterSpace = true;
		}
	}
	folded += text.slice(from);
	return isAfterSpace ? folded.trimEnd() : folded;
}

function lookAt(unit: number): number {
	const character = String.fromCharCode(unit);
	const folded = foldUnit(character);
	folds[unit] = folded === undefined ? DEPENDS : folded === ' ' ? SPACE : folded === character ? ITSELF : OTHER;
	if (folds[unit] === OTHER) others.set(unit, folded!);
	return folds[unit]!;
}

function foldUnit(character: string): string | undefined {
	const plain = character.normalize('NFKD');
	if (/[\p{Cs}Σ]/u.test(plain)) return undefined;
	const folded = plain
		.replace(/[\p{M}\p{Cf}]+/gu, '')
		.toLowerCase()
		.replace(/\s/g, ' ');
	// White space amid others would have to be counted with what stands around them.
	return folded.length > 1 && folded.includes(' ') ? undefined : folded;
}

/** Whether `needle` stands exactly once in `haystack`, both folded; places that overlap count each. */
export function isUnique(haystack: string, needle: string): boolean {
	const first = haystack.indexOf(needle);
	return first !== -1 && haystack.indexOf(needle, first + 1) === -1;
}
