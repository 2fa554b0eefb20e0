import type { TermRange } from './find-entries.ts';
import type { WordsClause } from './query.ts';

/** A term that must stand at a distance from the first word of its clause. */
export interface Slot extends TermRange {
	readonly offset: number;
	/** Of a word still being typed: other words that begin like it are worth less. */
	readonly isTyped: boolean;
}

/**
 * The terms of the index that say exactly what the words of a clause say: each word; runs of characters cut into pairs that
 * cover them, where a single one is the beginning of any pair.
 */
export function slotsOf({ words, isPrefix }: WordsClause): Slot[] {
	const slots: Slot[] = [];
	for (let index = 0; index < words.length; ) {
		const { term, isCharacter, offset } = words[index]!;
		if (!isCharacter) {
			const isTyped = isPrefix && index === words.length - 1;
			slots.push({ text: term, isPrefix: isTyped, offset, isTyped });
			index++;
			continue;
		}
		let end = index + 1;
		while (words[end]?.isCharacter && words[end]!.offset === words[end - 1]!.offset + 1) end++;
		const pair = (at: number): Slot => ({
			text: words[at]!.term + words[at + 1]!.term,
			isPrefix: false,
			offset: words[at]!.offset,
			isTyped: false,
		});
		if (end - index === 1) slots.push({ text: term, isPrefix: true, offset, isTyped: false });
		for (let at = index; at + 1 < end; at += 2) slots.push(pair(at));
		if (end - index > 1 && (end - index) % 2 === 1) slots.push(pair(end - 2));
		index = end;
	}
	return slots;
}
