import type { Tokens } from './tokens.ts';

/**
 * What the index holds of tokens: words as they are; of characters each with the one that follows in its run, the last one
 * alone. Whatever is looked for, one character or many, is then the beginning of a term.
 */
export function forEachTerm(tokens: Tokens, visit: (term: string, position: number) => void): void {
	const { terms, isCharacter, positions, length } = tokens;
	for (let index = 0; index < length; index++) {
		const term = terms[index]!;
		const position = positions[index]!;
		const goesOn = isCharacter[index] && isCharacter[index + 1] && positions[index + 1] === position + 1;
		visit(goesOn ? term + terms[index + 1]! : term, position);
	}
}
