/** The words of the interface in one language, as the browsers' own format for them has it. */
export type Messages = Readonly<Record<string, Message>>;

interface Message {
	readonly message: string;
	/** By lower-case name: what `$NAME$` in the message stands for, `$1` to `$9`. */
	readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}

/** The words for a key with `$1`, `$2`… put in, as the browser itself puts them in; the empty string where there are none. */
export function formatMessage(messages: Messages, key: string, substitutions: readonly string[]): string {
	if (!Object.hasOwn(messages, key)) return '';
	const { message = '', placeholders = {} } = messages[key] ?? {};
	const given = (content: string): string =>
		content.replace(/\$([1-9])/g, (_, number) => substitutions[Number(number) - 1] ?? '');
	return message.replace(/\$(\w+)\$/g, (_, name) => given(placeholders[String(name).toLowerCase()]?.content ?? ''));
}
