/** What is told of a key that was pressed, as the DOM tells it. */
export interface PressedKey {
	/** What it writes. */
	readonly key: string;
	/** Its place on the keyboard. */
	readonly code: string;
}

/**
 * The letter from a to z or the digit that a key stands for; the empty string for any other key. Letters are taken by what
 * they write, and by their place on the keyboard where the layout writes another script (Persian, Russian…): the keys
 * must be in reach on every layout.
 */
export function latinKey({ key, code }: PressedKey): string {
	if (/^[a-z0-9]$/i.test(key)) return key.toLowerCase();
	// A digit row that writes `&é"'(-` (AZERTY) or Persian digits still counts as digits; letters likewise.
	return /^(?:Key([A-Z])|Digit([0-9]))$/.exec(code)?.slice(1).find(Boolean)?.toLowerCase() ?? '';
}
