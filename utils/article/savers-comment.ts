/**
 * The comment of the program that saved a page: a browser's "save as" (`saved from url=(0042)https://…`) or SingleFile
 * (`Page saved with SingleFile`, `url: …`, `saved date: …`). It stands before or right after `<html>`.
 */
export function readSaversComment(document: Document): string | undefined {
	for (const parent of [document, document.documentElement, document.head]) {
		for (const node of parent.childNodes) {
			if (node.nodeType === 8 && /saved from url=|SingleFile/.test((node as Comment).data))
				return (node as Comment).data.slice(0, 4000);
		}
	}
	return undefined;
}
