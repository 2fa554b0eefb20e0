import { escapeLine } from './markdown-escape.ts';

/** A note as a callout of Obsidian that holds it, whatever it is (see `container`). */
export function noteCallout(note: string): string {
	return container('[!note]', note);
}

/** A note as a blockquote that begins with a word in bold and holds it, whatever it is (see `container`). */
export function noteQuote(note: string, word: string): string {
	return container(`**${escapeLine(word)}**`, note);
}

/**
 * The container is a blockquote with a first paragraph of ours, each line of the note behind `> ` and otherwise byte for byte: a blockquote ends
 * where its prefix ends, so headings, rules, lists, tables and unclosed fences cannot reach beyond it, and what is written
 * in Markdown still renders. A few constructs do reach beyond any block, in Obsidian or everywhere: comments (`%%`), an
 * unclosed `$$` or fence in Obsidian's editor, raw HTML, link and footnote definitions. A note that may hold one of these is
 * put in a code block within it, where it reads exactly as it was typed. The test is deliberately coarse.
 */
function container(first: string, note: string): string {
	const text = note.toWellFormed();
	const lines = staysWithinItsBlock(text) ? [text] : [fenceFor(text), text, fenceFor(text)];
	return [`> ${first}`, '>', ...lines.map(quoted)].join('\n');
}

/** Each line behind `> `, whichever of Markdown's three line endings ends it. */
function quoted(text: string): string {
	return text
		.split(/(\r\n?|\n)/)
		.map((part, index) => (index % 2 === 1 ? part : part === '' ? '>' : `> ${part}`))
		.join('');
}

/** A fence longer than any run of backticks in the text. */
function fenceFor(text: string): string {
	const longest = (text.match(/`+/g) ?? []).reduce((length, run) => Math.max(length, run.length), 2);
	return '`'.repeat(longest + 1);
}

function staysWithinItsBlock(note: string): boolean {
	if (note.includes('%%') || note.includes(']:') || hasHtml(note)) return false;
	const maths = note.split('$$').length - 1;
	if (maths % 2 === 1 || (maths > 0 && note.includes('`'))) return false;
	return !hasOpenFence(note);
}

/** `<` that may begin a tag, a comment or the like; an address in angle brackets is none. */
function hasHtml(note: string): boolean {
	return /<(?![A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*>)[A-Za-z/!?]/.test(note);
}

/** Whether a code fence, in whatever list or quote, is not closed by one at least as long. */
function hasOpenFence(note: string): boolean {
	let open = '';
	for (const line of note.split(/[\r\n]+/)) {
		const fence = /^[\s>*+\-\d.)]*(`{3,}|~{3,})(.*)$/.exec(line);
		if (fence === null) continue;
		const [, run = '', rest = ''] = fence;
		if (open === '') open = run.startsWith('`') && rest.includes('`') ? '' : run;
		else if (run[0] === open[0] && run.length >= open.length && rest.trim() === '') open = '';
	}
	return open !== '';
}
