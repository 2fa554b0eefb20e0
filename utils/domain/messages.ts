/** The words of the interface in one language, as the browsers' own format for them has it. */
export type Messages = Readonly<Record<string, { readonly message: string }>>;

/** The words for a key with `$1`, `$2`… put in, as the browser itself puts them in; the empty string where there are none. */
export function formatMessage(messages: Messages, key: string, substitutions: readonly string[]): string {
	if (!Object.hasOwn(messages, key)) return '';
	const { message = '' } = messages[key] ?? {};
	return message.replace(/\$([1-9])/g, (_, number) => substitutions[Number(number) - 1] ?? '');
}
