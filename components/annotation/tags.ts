import { normaliseTags } from '../../utils/domain/annotation.ts';

/** Commas and semicolons of any script. */
export const TAG_SEPARATOR = /[,，、،;；؛]/;

/** Tags as they are typed: separated by commas of any script. */
export function parseTags(typed: string): string[] {
	return normaliseTags(typed.split(TAG_SEPARATOR));
}

export function formatTags(tags: readonly string[]): string {
	return tags.join(', ');
}
