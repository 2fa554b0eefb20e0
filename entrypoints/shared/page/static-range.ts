/** A range that the browser need not keep up to date while the page changes; after a change all are made anew. */
export function staticRange({ startContainer, startOffset, endContainer, endOffset }: Range): StaticRange {
	return new StaticRange({ startContainer, startOffset, endContainer, endOffset });
}

export function isSameRange(a: AbstractRange, b: AbstractRange): boolean {
	return (
		a.startContainer === b.startContainer &&
		a.startOffset === b.startOffset &&
		a.endContainer === b.endContainer &&
		a.endOffset === b.endOffset
	);
}
