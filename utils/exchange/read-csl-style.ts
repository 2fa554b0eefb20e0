import type { StyleTrouble } from '../domain/citation-style.ts';
import { oneLine } from './article-export.ts';
import type { ShortNode } from './format-citation.ts';
import type { OwnStyle } from './own-style.ts';
import { styleWeight } from './style-weight.ts';

/** An element of XML as far as it is read here; one of the DOM is such a one. */
export interface ParsedElement {
	readonly localName: string;
	readonly namespaceURI: string | null;
	readonly textContent: string | null;
	readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
	readonly children: Iterable<ParsedElement>;
}

const NAMESPACE = 'http://purl.org/net/xbiblio/csl';

/** Of what is published the largest has 19 levels, 1,300 elements and 0.9 million of what is gone through. */
const MOST_LEVELS = 50;
const MOST_ELEMENTS = 20_000;
const MOST_WEIGHT = 2_000_000;
const LONGEST_TITLE = 200;

/** What every object has from birth: the processor keeps names in plain objects. */
const BORN_WITH = new Set(Object.getOwnPropertyNames(Object.prototype));

/**
 * A style of the Citation Style Language 1.0 (https://docs.citationstyles.org/en/stable/specification.html) in the form that the
 * processor is given, or why it is none that references can be written in. Whether the processor takes it is not known yet.
 */
export function readCslStyle(root: ParsedElement): OwnStyle | StyleTrouble {
	if (root.localName !== 'style' || root.namespaceURI !== NAMESPACE) return trouble('not-style');
	const attributes = attributesOf(root);
	const version = attributes.version ?? '0.8';
	if (!/^1\.0(\.\d+)?$/.test(version)) return trouble('version', version);
	const [parts, info] = [[...root.children], childOf(root, 'info')];
	const isThere = (name: string): boolean => parts.some(({ localName }) => localName === name);
	const parent = [...(info?.children ?? [])].map(attributesOf).find(({ rel }) => rel === 'independent-parent');
	if (parent !== undefined && !isThere('citation') && !isThere('bibliography'))
		return trouble('dependent', parent.href);
	if (!isThere('bibliography')) return trouble('no-bibliography');

	let left = MOST_ELEMENTS;
	let bad: string | undefined;
	function short(element: ParsedElement, levels: number): ShortNode | undefined {
		left -= 1;
		if (left < 0 || levels === 0) return undefined;
		const a = attributesOf(element);
		bad ??= [element.localName, ...Object.entries(a).flat()].find((word) => BORN_WITH.has(word));
		const c: (ShortNode | string)[] = [];
		for (const child of element.children) {
			if (child.namespaceURI !== NAMESPACE || child.localName === 'info') continue;
			const node = short(child, levels - 1);
			if (node === undefined) return undefined;
			c.push(node);
		}
		// Words stand in the innermost elements alone, white space between all.
		if (c.length === 0 && element.textContent) c.push(element.textContent);
		return { n: element.localName, a, c };
	}
	const style = short(root, MOST_LEVELS);
	if (bad !== undefined) return trouble('refused', bad);
	if (style === undefined || styleWeight(style) > MOST_WEIGHT) return trouble('too-large');
	const lang = attributes['default-locale'];
	return {
		title:
			oneLine(childOf(info, 'title')?.textContent ?? '')
				.slice(0, LONGEST_TITLE)
				.toWellFormed() || 'CSL',
		...(lang !== undefined && { lang }),
		style: withoutNumbers(style),
	};
}

export function trouble(kind: StyleTrouble['kind'], detail = ''): StyleTrouble {
	return { kind, detail: oneLine(detail).slice(0, LONGEST_TITLE).toWellFormed() };
}

/** Those of the language, which have no prefix. */
function attributesOf({ attributes }: ParsedElement): Readonly<Record<string, string>> {
	const own = [...attributes].filter(({ name }) => name === 'xml:lang' || !/:|^xmlns$/.test(name));
	return Object.fromEntries(own.map(({ name, value }) => [name, value]));
}

function childOf(element: ParsedElement | undefined, name: string): ParsedElement | undefined {
	return [...(element?.children ?? [])].find(({ localName }) => localName === name);
}

/** A reference stands alone: what tells it from the others in a list goes, and the column that it had there. */
function withoutNumbers(node: ShortNode, isInList = false): ShortNode {
	const { 'second-field-align': _, ...a } = node.a ?? {};
	const isList = isInList || node.n === 'bibliography';
	const isKept = (child: ShortNode): boolean =>
		!isList || !/^citation-(?:number|label)$/.test(child.a?.variable ?? child.a?.macro ?? '');
	const c = (node.c ?? [])
		.filter((child) => typeof child === 'string' || isKept(child))
		.map((child) => (typeof child === 'string' ? child : withoutNumbers(child, isList)));
	return { n: node.n, a, c };
}
