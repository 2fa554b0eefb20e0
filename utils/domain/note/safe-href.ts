/** Longer addresses are none that a reader wrote. Code units. */
const LONGEST = 2000;

/**
 * An address that a note may lead to: of the web, or of mail; undefined for any other. Nothing is left to how a browser
 * mends an address: one with white space, controls or invisible signs before or within it is none.
 */
export function safeHref(address: string): string | undefined {
	if (address.length > LONGEST || /[\s\p{Cc}\p{Cf}\p{Cs}\\<>"]/u.test(address)) return undefined;
	return /^(?:https?:\/\/[^/?#]|mailto:[^?]*@)/i.test(address) && URL.canParse(address) ? address : undefined;
}
