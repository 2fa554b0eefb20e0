/**
 * A tag in the form Obsidian takes as one (https://help.obsidian.md/tags): letters of any script, digits, `_`, `-`, `/`,
 * emoji, and not digits alone. White space and other signs become `-`, a zero-width non-joiner (Persian) `_`.
 * Signs only stand between letters, so that no `_` can open emphasis. Empty where nothing can be kept.
 */
export function obsidianTag(tag: string): string {
	const kept = tag
		.normalize('NFC')
		.replace(/[^\p{L}\p{M}\p{N}\p{Extended_Pictographic}/_\u200c-]+/gu, '-')
		.replace(/\u200c+/g, '_')
		.replace(/[-_]{2,}/g, '-')
		.replace(/[-_]?\/[-_/]*/g, '/')
		.replace(/^[-_/]+/, '')
		.replace(/[-_/]$/, '');
	return /^\p{N}+$/u.test(kept) ? `_${kept}` : kept;
}
