import type { ShortNode } from './format-citation.ts';

/**
 * What the processor has to go through for one reference, in characters of the style and elements: a macro counts each time it is
 * called. Infinite where one calls itself. A few lines can call each other a billion times.
 */
export function styleWeight(style: ShortNode): number {
	const children = (node: ShortNode): readonly ShortNode[] =>
		(node.c ?? []).filter((child): child is ShortNode => typeof child !== 'string');
	const macros = new Map(children(style).flatMap((node) => (node.n === 'macro' ? [[node.a?.name ?? '', node]] : [])));
	const known = new Map<string, number>();

	function weightOf(node: ShortNode): number {
		const { macro, ...words } = node.a ?? {};
		const own = Object.values(words).reduce((sum, word) => sum + word.length, 1);
		const within = children(node).reduce((sum, child) => sum + weightOf(child), own);
		return macro === undefined ? within : within + weightOfMacro(macro);
	}
	function weightOfMacro(name: string): number {
		const before = known.get(name);
		if (before !== undefined) return before;
		known.set(name, Number.POSITIVE_INFINITY);
		const macro = macros.get(name);
		const weight = macro === undefined ? 0 : weightOf(macro);
		known.set(name, weight);
		return weight;
	}
	return children(style)
		.filter(({ n }) => n !== 'macro')
		.reduce((sum, node) => sum + weightOf(node), 0);
}
