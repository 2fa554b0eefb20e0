import type { Messages } from '../../utils/domain/messages.ts';

/** A message as translators have it: what is put in has a name. */
interface WrittenMessage {
	readonly message: string;
	readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}

/** The messages of a language as they are packed: without what is told to translators, and `$1` for the name of what is put in. */
export function packedMessages(written: Readonly<Record<string, WrittenMessage>>): Messages {
	return Object.fromEntries(
		Object.entries(written).map(([key, { message, placeholders = {} }]) => [
			key,
			{ message: message.replace(/\$(\w+)\$/g, (name, word) => placeholders[word.toLowerCase()]?.content ?? name) },
		]),
	);
}
