import { lineOf, memberName, nameOf, nodesOf } from './syntax.ts';

const ASSIGNED = new Set(['innerHTML', 'outerHTML', 'srcdoc']);
const CALLED = new Set([
	'insertAdjacentHTML',
	'setHTMLUnsafe',
	'parseHTMLUnsafe',
	'createContextualFragment',
	'write',
	'writeln',
]);

/** Places where a string becomes HTML of a live document: each could run what an article or a note holds. */
export function htmlWritesIn(path: string, source: string): string[] {
	return nodesOf(path, source).flatMap(({ node, parent, field }) => {
		const name = memberName(node) ?? '';
		const isAssigned = parent?.type === 'AssignmentExpression' && field === 'left' && ASSIGNED.has(name);
		const isWrite = /^write/.test(name) && nameOf((node as { object?: unknown }).object) !== 'document';
		const isCalled = /CallExpression$/.test(parent?.type ?? '') && field === 'callee' && CALLED.has(name) && !isWrite;
		const isKey =
			node.type === 'ObjectProperty' && ASSIGNED.has(nameOf(node.key) ?? '') && parent?.type !== 'ObjectPattern';
		const isAttribute = node.type === 'JSXAttribute' && nameOf(node.name) === 'dangerouslySetInnerHTML';
		return isAssigned || isCalled || isKey || isAttribute ? [`${path}:${lineOf(node)}`] : [];
	});
}
