import type { NotUnderstood } from './imported.ts';

/** Lists and objects within each other. Our own files have nine. */
const DEEPEST = 100;

export type ParsedJson = { readonly value: unknown } | { readonly trouble: NotUnderstood };

/** JSON, unless it is none, or nested so deeply that working on it could exhaust the stack. */
export function parseJson(text: string): ParsedJson {
	const deep = tooDeepAt(text);
	if (deep !== undefined) return { trouble: { why: 'too-deep', line: lineAt(text, deep) } };
	try {
		return { value: JSON.parse(text) };
	} catch (error) {
		return { trouble: { why: 'not-json', line: errorLine(text, error) } };
	}
}

/** The line, from 1, of an offset in a text. */
export function lineAt(text: string, offset: number): number {
	let line = 1;
	for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line++;
	return line;
}

function tooDeepAt(text: string): number | undefined {
	let depth = 0;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === QUOTE) at = stringEnd(text, at);
		else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
			if (++depth > DEEPEST) return at;
		} else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) depth--;
	}
	return undefined;
}

const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const [OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET] = [0x7b, 0x7d, 0x5b, 0x5d];

/** Offset of the quote that ends the string which begins at `start`; the text's end where none does. */
export function stringEnd(text: string, start: number): number {
	for (let at = text.indexOf('"', start + 1); at !== -1; at = text.indexOf('"', at + 1)) {
		let slashes = 0;
		while (text.charCodeAt(at - 1 - slashes) === BACKSLASH) slashes++;
		if (slashes % 2 === 0) return at;
	}
	return text.length;
}

/** Chromium tells the offset and mostly the line, Firefox the line; the end of the text says neither. */
function errorLine(text: string, error: unknown): number {
	const message = String(error);
	const line = /\bline (\d+)/.exec(message)?.[1];
	if (line !== undefined) return Number(line);
	const offset = /\bposition (\d+)/.exec(message)?.[1];
	return lineAt(text, offset === undefined ? text.length : Number(offset));
}
