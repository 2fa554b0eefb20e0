import { isNode, lineOf, memberName, nodesOf, type SyntaxNode, type Visit } from './syntax.ts';

/** Global names that give the same for the same in every engine and every thread: ECMAScript's own, and pure Web ones. */
const PURE_GLOBALS = new Set(
	`undefined NaN Infinity Array ArrayBuffer BigInt BigInt64Array BigUint64Array Boolean DataView Error EvalError Float32Array
	Float64Array Function Int16Array Int32Array Int8Array Intl JSON Map Number Object Promise Proxy RangeError ReferenceError
	Reflect RegExp Set String Symbol SyntaxError TypeError Uint16Array Uint32Array Uint8Array Uint8ClampedArray URIError WeakMap
	WeakSet decodeURI decodeURIComponent encodeURI encodeURIComponent isFinite isNaN parseFloat parseInt arguments
	TextEncoder TextDecoder URL URLSearchParams
	ArrayLike AsyncGenerator AsyncIterable Awaited Capitalize ConstructorParameters Exclude Extract Generator InstanceType Iterable
	IterableIterator Iterator IteratorObject Lowercase MapIterator NonNullable Omit OmitThisParameter Parameters Partial Pick
	PromiseLike PropertyKey Readonly ReadonlyArray ReadonlyMap ReadonlySet Record RegExpExecArray RegExpMatchArray
	RegExpStringIterator Required ReturnType TemplateStringsArray ThisParameterType Uncapitalize Uppercase const`.split(
		/\s+/,
	),
);
const PURE_DATE_MEMBERS = new Set(['parse', 'UTC']);

/**
 * What keeps a file from being pure: names of the DOM, the browser or Node, the clock, randomness. Any global that is not
 * known to be pure counts. A name that the file declares anywhere is its own.
 */
export function impuritiesOf(path: string, source: string): string[] {
	const visits = nodesOf(path, source);
	const declared = new Set(visits.flatMap(({ node }) => declaredNames(node)));
	return visits.filter(isReference).flatMap(({ node, parent, field }) => {
		const name = node.name as string;
		if (declared.has(name)) return [];
		const trouble = troubleWith(name, node, parent, field);
		return trouble === undefined ? [] : [`${path}:${lineOf(node)} ${trouble}`];
	});
}

function troubleWith(
	name: string,
	node: SyntaxNode,
	parent: SyntaxNode | undefined,
	field: string,
): string | undefined {
	if (PURE_GLOBALS.has(name)) return undefined;
	const member = field === 'object' ? memberName(parent) : undefined;
	if (name === 'Math') {
		if (member !== undefined && member !== 'random') return undefined;
		return 'draws a random number: take the number, or what is made of it, as an argument';
	}
	if (name === 'Date') {
		const hasArgument = parent?.type === 'NewExpression' && (parent.arguments as unknown[]).length > 0;
		const isTested = parent?.type === 'BinaryExpression' && parent.operator === 'instanceof';
		const isType = parent?.type === 'TSTypeReference';
		if (hasArgument || isTested || isType || (member !== undefined && PURE_DATE_MEMBERS.has(member))) return undefined;
		return 'reads the clock: take the time as an argument';
	}
	return `uses the global ${name}: take what it gives as an argument${node.type === 'JSXIdentifier' ? ' (a component?)' : ''}`;
}

/** Names that a node brings into being, wherever they hold. */
function declaredNames(node: SyntaxNode): string[] {
	switch (node.type) {
		case 'VariableDeclarator':
		case 'TSTypeAliasDeclaration':
		case 'TSInterfaceDeclaration':
		case 'TSEnumDeclaration':
			return patternNames(node.id);
		case 'ClassDeclaration':
		case 'ClassExpression':
			return patternNames(node.id);
		case 'ImportSpecifier':
		case 'ImportDefaultSpecifier':
		case 'ImportNamespaceSpecifier':
			return patternNames(node.local);
		case 'CatchClause':
			return patternNames(node.param);
		case 'TSTypeParameter':
			return typeof node.name === 'string' ? [node.name] : patternNames(node.name);
		case 'TSMappedType':
			return patternNames(node.key);
		default: {
			// Functions, methods, function types, index signatures.
			const params = [node.params, node.parameters].flatMap((list) => (Array.isArray(list) ? list : []));
			const own =
				node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression' ? patternNames(node.id) : [];
			return [...own, ...params.flatMap(patternNames)];
		}
	}
}

function patternNames(pattern: unknown): string[] {
	if (!isNode(pattern)) return [];
	switch (pattern.type) {
		case 'Identifier':
			return [pattern.name as string];
		case 'AssignmentPattern':
			return patternNames(pattern.left);
		case 'RestElement':
			return patternNames(pattern.argument);
		case 'TSParameterProperty':
			return patternNames(pattern.parameter);
		case 'ArrayPattern':
			return (pattern.elements as unknown[]).flatMap(patternNames);
		case 'ObjectPattern':
			return (pattern.properties as SyntaxNode[]).flatMap((property) =>
				patternNames(property.type === 'ObjectProperty' ? property.value : property),
			);
		default:
			return [];
	}
}

/** Fields in which an identifier is a mere label, by the type of the node that holds it. */
const LABELS: Readonly<Record<string, readonly string[]>> = {
	MemberExpression: ['property'],
	OptionalMemberExpression: ['property'],
	ObjectProperty: ['key'],
	ObjectMethod: ['key'],
	ClassProperty: ['key'],
	ClassMethod: ['key'],
	TSPropertySignature: ['key'],
	TSMethodSignature: ['key'],
	TSQualifiedName: ['right'],
	TSNamedTupleMember: ['label'],
	TSEnumMember: ['id'],
	ImportSpecifier: ['imported'],
	ExportSpecifier: ['exported'],
	TSImportType: ['qualifier'],
	MetaProperty: ['meta', 'property'],
	LabeledStatement: ['label'],
	BreakStatement: ['label'],
	ContinueStatement: ['label'],
};

function isReference({ node, parent, field }: Visit): boolean {
	if (node.type !== 'Identifier' || typeof node.name !== 'string') return false;
	if (parent === undefined || !LABELS[parent.type]?.includes(field)) return true;
	return parent.computed === true && field !== 'label';
}
