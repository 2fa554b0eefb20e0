import { lineAt, stringEnd } from './parse-json.ts';

/** A way into a JSON value: names of members and numbers of items. */
export type JsonPath = readonly (string | number)[];

/** As it is told, e.g. `first.items[3].target`. */
export function pathText(path: JsonPath): string {
	return path
		.map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index > 0 ? '.' : ''}${step}`))
		.join('');
}

/** The line on which a value begins in a text that is JSON; that of the last step found where the path leads nowhere. */
export function lineOfPath(text: string, path: JsonPath): number {
	let at = skipSpace(text, 0);
	for (const step of path) {
		const next = typeof step === 'number' ? itemAt(text, at, step) : memberAt(text, at, step);
		if (next === undefined) break;
		at = next;
	}
	return lineAt(text, at);
}

function itemAt(text: string, start: number, index: number): number | undefined {
	if (text[start] !== '[') return undefined;
	let at = skipSpace(text, start + 1);
	for (let i = 0; i < index; i++) {
		at = skipSpace(text, valueEnd(text, at));
		if (text[at] !== ',') return undefined;
		at = skipSpace(text, at + 1);
	}
	return at;
}

function memberAt(text: string, start: number, name: string): number | undefined {
	if (text[start] !== '{') return undefined;
	let found: number | undefined;
	let at = skipSpace(text, start + 1);
	while (text[at] === '"') {
		const end = stringEnd(text, at) + 1;
		const value = skipSpace(text, skipSpace(text, end) + 1);
		// Of members of one name the last counts, as it does for who parses them.
		if (JSON.parse(text.slice(at, end)) === name) found = value;
		at = skipSpace(text, valueEnd(text, value));
		if (text[at] !== ',') break;
		at = skipSpace(text, at + 1);
	}
	return found;
}

function valueEnd(text: string, start: number): number {
	let depth = 0;
	for (let at = start; at < text.length; at++) {
		const sign = text[at]!;
		if (sign === '"') at = stringEnd(text, at);
		else if (sign === '{' || sign === '[') depth++;
		else if (sign === '}' || sign === ']') {
			if (depth === 0) return at;
			if (--depth === 0) return at + 1;
		} else if (sign === ',' && depth === 0) return at;
		if (depth === 0 && sign === '"') return at + 1;
	}
	return text.length;
}

function skipSpace(text: string, start: number): number {
	let at = start;
	while (' \t\r\n'.includes(text[at] ?? '.')) at++;
	return at;
}
