/** A link: its words, and where it leads. */
export type Way = readonly [words: string, href: string];

/** Says something in the place of the article, and below it the ways that lead on from there. */
export function showMessage(words: string, ways: readonly Way[] = []): void {
	const message = document.createElement('h1');
	message.className = 'message';
	message.textContent = words;
	document.getElementById('article')?.replaceChildren(message, ...(ways.length > 0 ? [listOf(ways)] : []));
}

function listOf(ways: readonly Way[]): HTMLElement {
	const list = document.createElement('p');
	list.className = 'message ways';
	for (const [words, href] of ways) {
		const link = document.createElement('a');
		Object.assign(link, { href, rel: 'noreferrer', textContent: words });
		list.append(link);
	}
	return list;
}
