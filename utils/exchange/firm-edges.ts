/** What a code unit is to the rules by which browsers find words (Unicode Standard Annex 29), as far as they all agree. */
const SPACE = 1;
const WORD = 2;
/** Han and Hiragana: beside another letter a word always ends. */
const HAN = 3;
/** Punctuation that never belongs to a word. */
const BREAK = 4;
/** Punctuation that belongs to a word amid it: apostrophe, full stop, colon. */
const JOIN = 5;
/** Belongs to what stands before it. */
const MARK = 6;
/** Of scripts whose words a dictionary knows, or that are read otherwise beside others. */
const DICTIONARY = 7;
/** Nothing is sure of it: half a surrogate pair, emoji. */
const OTHER = 8;

const KINDS: readonly (readonly [RegExp, number])[] = [
	// With the half-width voice marks of Katakana.
	[/^[\p{M}\p{Cf}\uff9e\uff9f]$/u, MARK],
	// The narrow space of French holds together what stands beside it.
	[/^\u202f$/u, WORD],
	[/^\s$/u, SPACE],
	[/^[\p{sc=Han}\p{sc=Hira}]$/u, HAN],
	[/^[\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Hang}\u3000-\u30ff\uff66-\uff9f]$/u, DICTIONARY],
	// The geresh of Hebrew is a letter to these rules.
	[/^[\p{L}\p{N}\p{Pc}\u05f3]$/u, WORD],
	[/^['’‘"“”.:;,·‧․﹐﹒﹔﹕＇．：；，@&/\u0387\u055f\u05f4\u2024\u2044\u060c\u060d\u066c\u037e\u0589\ufe13]$/u, JOIN],
	[/^(?=[\p{P}\p{Sm}\p{Sc}])[\p{sc=Zyyy}؟؛]$/u, BREAK],
];
/** CJK punctuation, which the range above would take in. */
const CJK_BREAK = /^[、。〈〉《》「」『』【】〔〕〖〗〜〝〞]$/u;

/** By code unit, each looked at once; 0 where it was not yet. */
const kinds = new Uint8Array(0x1_0000);

function kindAt(text: string, index: number): number {
	const unit = text.charCodeAt(index);
	if (kinds[unit] === 0) kinds[unit] = kindOf(text[index]!);
	return kinds[unit]!;
}

function kindOf(character: string): number {
	if (CJK_BREAK.test(character)) return BREAK;
	return KINDS.find(([sign]) => sign.test(character))?.[1] ?? OTHER;
}

/**
 * Where words begin and end in `[from, to)` of a text, both excluded, as far as every browser says so: at white space and
 * punctuation, and between Chinese and other letters. Offsets in the text, ascending. There may be more.
 */
export function firmEdges(text: string, from: number, to: number): number[] {
	const edges: number[] = [];
	/** The kinds around a place: the one but last before it, the last, the one behind it, the next; four bits each. */
	let around = (SPACE << 8) | (SPACE << 4) | (from < to ? kindAt(text, from) : SPACE);
	for (let next = from + 1; next <= to; next++) {
		around = ((around << 4) | (next < to ? kindAt(text, next) : SPACE)) & 0xffff;
		if (next > from + 1 && isEdge(around)) edges.push(next - 1);
	}
	return edges;
}

/** What was found of kinds around a place: 0 where it was not looked at yet, 1 where no edge is there, 2 where one is. */
const found = new Uint8Array(0x1_0000);

function isEdge(around: number): boolean {
	found[around] ||= 1 + Number(findEdge(around >> 12, (around >> 8) & 15, (around >> 4) & 15, around & 15));
	return found[around] === 2;
}

function findEdge(farBefore: number, before: number, after: number, farAfter: number): boolean {
	return (
		after !== MARK &&
		(isBetween(before, after) ||
			(before === JOIN && isWord(after) && isNone(farBefore)) ||
			(after === JOIN && isWord(before) && isNone(farAfter)))
	);
}

function isBetween(before: number, after: number): boolean {
	if (before === SPACE || after === SPACE) return before !== after;
	if (before === OTHER || after === OTHER) return false;
	if (before === BREAK || after === BREAK) return true;
	return (before === HAN && after === WORD) || (before === WORD && after === HAN);
}

/** What punctuation that joins would join. */
function isWord(kind: number): boolean {
	return kind === WORD || kind === HAN || kind === DICTIONARY;
}

function isNone(kind: number): boolean {
	return kind === SPACE || kind === BREAK;
}
