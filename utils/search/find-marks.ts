import type { Query, WordsClause } from './query.ts';
import type { Tokens } from './tokens.ts';

/** Where words of a query stand in a text, in UTF-16 code units, and which of its clauses it is. */
export interface Mark {
	readonly start: number;
	readonly end: number;
	readonly clause: number;
}

/** All places where what is looked for stands in a text, ascending by start. What is not to stand is not marked. */
export function findMarks(tokens: Tokens, { clauses }: Query): Mark[] {
	const marks: Mark[] = [];
	const wanted = clauses.filter((clause): clause is WordsClause => clause.kind === 'words' && !clause.not);
	const starting = new Map<string, { readonly words: WordsClause; readonly clause: number }[]>();
	const typed: { readonly words: WordsClause; readonly clause: number }[] = [];
	for (const [clause, words] of wanted.entries()) {
		const first = words.words[0]!;
		if (words.isPrefix && words.words.length === 1) typed.push({ words, clause });
		else starting.set(first.term, [...(starting.get(first.term) ?? []), { words, clause }]);
	}
	for (let index = 0; index < tokens.length; index++) {
		const term = tokens.terms[index]!;
		for (const { words, clause } of [...(starting.get(term) ?? []), ...typed]) {
			const last = lastOf(tokens, index, words);
			if (last !== undefined) marks.push({ start: tokens.starts[index]!, end: tokens.ends[last]!, clause });
		}
	}
	return marks;
}

/** The token that the words of a clause end with where they begin with this one; undefined where they do not. */
function lastOf(tokens: Tokens, first: number, { words, isPrefix }: WordsClause): number | undefined {
	let at = first;
	for (const [which, { term, isCharacter, offset }] of words.entries()) {
		const position = tokens.positions[first]! + offset;
		while (at < tokens.length && tokens.positions[at]! < position) at++;
		if (tokens.positions[at] !== position || tokens.isCharacter[at] !== isCharacter) return undefined;
		const found = tokens.terms[at]!;
		const isTyped = isPrefix && which === words.length - 1;
		if (isTyped ? !found.startsWith(term) : found !== term) return undefined;
	}
	return at;
}
