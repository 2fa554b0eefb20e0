import { parse } from '@babel/parser';

/** A node of Babel's syntax tree, as far as it is read here. */
export interface SyntaxNode {
	readonly type: string;
	readonly loc?: { readonly start: { readonly line: number } };
	readonly [field: string]: unknown;
}

export interface Visit {
	readonly node: SyntaxNode;
	readonly parent: SyntaxNode | undefined;
	/** The field of the parent that holds the node. */
	readonly field: string;
}

/** Every node of a TypeScript file, types included, each after its parent. Throws where the file is no TypeScript. */
export function nodesOf(path: string, source: string): Visit[] {
	const isTsx = path.endsWith('.tsx');
	const file = parse(source, { sourceType: 'module', plugins: isTsx ? ['typescript', 'jsx'] : ['typescript'] });
	const visits: Visit[] = [];
	const pending: Visit[] = [{ node: file.program as unknown as SyntaxNode, parent: undefined, field: '' }];
	for (let visit = pending.pop(); visit !== undefined; visit = pending.pop()) {
		visits.push(visit);
		for (const [field, value] of Object.entries(visit.node)) {
			for (const child of Array.isArray(value) ? value : [value]) {
				if (isNode(child)) pending.push({ node: child, parent: visit.node, field });
			}
		}
	}
	return visits;
}

/** What an identifier or a string literal says. */
export function nameOf(node: unknown): string | undefined {
	if (!isNode(node)) return undefined;
	if (node.type === 'Identifier' || node.type === 'JSXIdentifier') return node.name as string;
	return node.type === 'StringLiteral' ? (node.value as string) : undefined;
}

/** The name after the dot, or in the brackets. */
export function memberName(node: unknown): string | undefined {
	if (!isNode(node) || !/^(Optional)?MemberExpression$/.test(node.type)) return undefined;
	const property = node.property as SyntaxNode;
	return node.computed && property.type === 'Identifier' ? undefined : nameOf(property);
}

export function lineOf(node: SyntaxNode): number {
	return node.loc?.start.line ?? 0;
}

export function isNode(value: unknown): value is SyntaxNode {
	return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}
