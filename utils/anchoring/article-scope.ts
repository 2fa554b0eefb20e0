/** Which part of a document is the article. */
export interface ArticleScope {
	/** The article root. */
	readonly root: Element;
	/** True for an element (inside the root) whose whole subtree is not article text: ads, share bars, buttons. */
	isFurniture?(element: Element): boolean;
	/** Where only a part of a text node is article text: that part, in UTF-16 code units of its data. */
	readablePart?(text: Text): readonly [start: number, end: number] | undefined;
}
