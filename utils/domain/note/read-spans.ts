import { LINK_END, nestSpans, type Token } from './nest-spans.ts';
import { codeEndsOf, codeText } from './note-code.ts';
import { readAutolink, readDestination } from './note-links.ts';
import { type MarkRun, markRun, tieMarks } from './note-marks.ts';
import type { NoteSpan } from './note-tree.ts';
import { safeHref } from './safe-href.ts';

/**
 * The lines of a paragraph as words that are strong, emphasised, struck out, code, or links: `**`, `*`, `_`, `~~`,
 * backticks, `[words](address)`, `<address>`, and addresses as they stand. A picture becomes a link to it: a note loads nothing.
 */
export function readSpans(text: string): NoteSpan[] {
	return nestSpans(readTokens(text));
}

function readTokens(text: string): Token[] {
	const tokens: Token[] = [];
	const brackets: {
		readonly bracket: { readonly opening: string; href?: string };
		readonly at: number;
		isSpent?: boolean;
	}[] = [];
	const codeEnd = codeEndsOf(text);
	let plain = 0;
	let at = 0;
	const take = (end: number, token?: Token): void => {
		if (at > plain) tokens.push(text.slice(plain, at));
		if (token !== undefined) tokens.push(token);
		plain = at = end;
	};
	while (at < text.length) {
		const sign = text[at]!;
		if (sign === '\\' && /[!-/:-@[-`{-~\n]/.test(text[at + 1] ?? '')) {
			take(at + 1);
			if (text[at] !== '\n') at++;
		} else if (sign === '\n') {
			take(at + 1, { kind: 'break' });
		} else if (sign === '`') {
			const length = runLength(text, at);
			const end = codeEnd(at, length);
			if (end === undefined) at += length;
			else take(end + length, { kind: 'code', text: codeText(text.slice(at + length, end)) });
		} else if (sign === '*' || sign === '_' || sign === '~') {
			const length = runLength(text, at);
			if (sign === '~' && length !== 2) at += length;
			else take(at + length, { run: markRun(sign, length, characterBefore(text, at), characterAt(text, at + length)) });
		} else if (sign === '[' || text.startsWith('![', at)) {
			const opening = sign === '[' ? '[' : '![';
			const bracket = { opening };
			take(at + opening.length, { bracket });
			brackets.push({ bracket, at: tokens.length - 1 });
		} else if (sign === ']') {
			const opening = brackets.pop();
			const link = opening && !opening.isSpent ? readDestination(text, at + 1) : undefined;
			const href = link && safeHref(link.address);
			if (opening === undefined || link === undefined || href === undefined) {
				at++;
				continue;
			}
			const isEmpty = tokens.length - 1 === opening.at && plain === at;
			take(at, isEmpty ? href : undefined);
			tieWithin(tokens, opening.at + 1);
			opening.bracket.href = href;
			for (const other of brackets) other.isSpent = true;
			take(link.end, LINK_END);
		} else {
			const link = sign === '<' || sign === 'h' || sign === 'H' ? readAutolink(text, at) : undefined;
			if (link === undefined) at++;
			else take(link.end, { kind: 'link', href: link.href, spans: [link.words] });
		}
	}
	take(text.length);
	tieWithin(tokens, 0);
	return tokens;
}

/** Ties the marks from a token on that are not tied yet; those left over are text for good. */
function tieWithin(tokens: readonly Token[], from: number): void {
	const runs: MarkRun[] = [];
	let depth = 0;
	for (const token of tokens.slice(from)) {
		if (typeof token === 'object' && 'bracket' in token && token.bracket.href !== undefined) depth++;
		else if (token === LINK_END) depth--;
		else if (depth === 0 && typeof token === 'object' && 'run' in token) runs.push(token.run);
	}
	tieMarks(runs);
}

function runLength(text: string, at: number): number {
	let end = at;
	while (text[end] === text[at]) end++;
	return end - at;
}

function characterAt(text: string, at: number): string {
	const codePoint = text.codePointAt(at);
	return codePoint === undefined ? '' : String.fromCodePoint(codePoint);
}

function characterBefore(text: string, at: number): string {
	return [...text.slice(Math.max(0, at - 2), at)].at(-1) ?? '';
}
