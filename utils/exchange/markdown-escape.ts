/**
 * Characters that can begin something in CommonMark, GFM or Obsidian wherever they stand: code, emphasis, links, HTML, tags,
 * tables, strikethrough, maths, block ids.
 */
const ACTIVE = /[\\`*_[\]<#|~$^]/g;
/** Obsidian's marks and comments need two in a row; a single sign stays as it is. */
const RUN = /={2,}|%{2,}/g;
/** Only what would be read as a character reference. */
const REFERENCE = /&(?=#?[0-9A-Za-z]+;)/g;
/** GFM makes links of bare addresses, and backslashes inside them would show. */
const BARE_ADDRESS = /:(?=\/\/)|(?<=www)\./gi;
/** Of most texts nothing can be taken for anything else, which one look tells. */
const PLAIN = /^(?![-+>\d\s])(?:[^\\`*_[\]<#|~$^=%&:\r.]|(?<!www)\.)*(?<!\s)$/i;
const BULLET = /^[-+](?=[\s-]|$)|^>/;
const ORDINAL = /^(\d{1,9})([.)])(?=\s|$)/;

/**
 * Text as Markdown that renders to exactly these characters, in any one line: line breaks must have been dealt with.
 * White space at either end is written as a character reference, since readers of Markdown trim it. NUL stays NUL, which
 * they all show as U+FFFD.
 */
export function escapeLine(text: string): string {
	if (PLAIN.test(text)) return text;
	const [start, end] = [edge(text.at(0)), text.length > 1 ? edge(text.at(-1)) : undefined];
	const inner = text
		.slice(start === undefined ? 0 : 1, end === undefined ? undefined : -1)
		.replace(ACTIVE, '\\$&')
		.replace(RUN, (run) => run.replace(/./g, '\\$&'))
		.replace(REFERENCE, '\\&')
		.replace(BARE_ADDRESS, '\\$&')
		.replace(BULLET, '\\$&')
		.replace(ORDINAL, '$1\\$2')
		.replace(/\r/g, '&#13;');
	return (start ?? '') + inner + (end ?? '');
}

/** White space that would be trimmed, as a character reference. */
function edge(character: string | undefined): string | undefined {
	if (character === undefined || !/\s/.test(character)) return undefined;
	return `&#${character.charCodeAt(0)};`;
}

/**
 * Text as the Markdown lines of as many paragraphs as it has lines, without what separates them. Joined by a line break, the
 * paragraphs render to exactly the text: an empty line, which cannot be a paragraph, is written as a character reference.
 */
export function escapeParagraphs(text: string): string[] {
	const paragraphs: string[] = [];
	let empty = 0;
	for (const line of text.toWellFormed().split('\n')) {
		if (line === '') empty += 1;
		else {
			paragraphs.push('&#10;'.repeat(empty) + escapeLine(line));
			empty = 0;
		}
	}
	const last = paragraphs.pop();
	if (last !== undefined) paragraphs.push(last + '&#10;'.repeat(empty));
	else if (empty > 1) paragraphs.push('&#10;'.repeat(empty - 1));
	return paragraphs;
}

/** An address as the destination of a Markdown link. */
export function escapeDestination(url: string): string {
	return url
		.toWellFormed()
		.replace(/[\s\p{Cc}<>()[\]\\`"]/gu, (character) =>
			encodeURIComponent(character).replace('(', '%28').replace(')', '%29'),
		)
		.replace(REFERENCE, '\\&');
}
