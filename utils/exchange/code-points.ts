/**
 * Offsets in a text from UTF-16 code units, as we store them, to Unicode code points, as the W3C counts
 * (https://www.w3.org/TR/annotation-model/#text-position-selector). A lone surrogate is one of both. One pass over the
 * text, then a binary search an offset.
 */
export function codePointOffsets(text: string): (offset: number) => number {
	/** Behind each pair, in code units, ascending. */
	const pairEnds: number[] = [];
	for (let i = 0; i < text.length; i++) if (text.codePointAt(i)! > 0xffff) pairEnds.push(++i + 1);
	return (offset) => {
		let low = 0;
		let high = pairEnds.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (pairEnds[middle]! <= offset) low = middle + 1;
			else high = middle;
		}
		return offset - low;
	};
}
