/**
 * What some work makes of each item, in the order of the items, with as many at work at once. An item is begun when there
 * is room for it, so that no more than that many answers wait to be taken. Rejects with the first failure in that order.
 */
export async function* inOrder<Item, Answer>(
	items: Iterable<Item>,
	atOnce: number,
	work: (item: Item) => PromiseLike<Answer>,
): AsyncGenerator<Answer, void> {
	const underWay: PromiseLike<Answer>[] = [];
	for (const item of items) {
		const begun = work(item);
		// Told when it is taken, unless who takes has stopped before.
		begun.then(undefined, () => undefined);
		underWay.push(begun);
		if (underWay.length >= atOnce) yield await underWay.shift()!;
	}
	for (const last of underWay) yield await last;
}
