import { normaliseTags } from '../../utils/domain/annotation.ts';

/** Tags as they are typed: separated by commas of any script. */
export function parseTags(typed: string): string[] {
	return normaliseTags(typed.split(/[,，、،;；]/));
}

export function formatTags(tags: readonly string[]): string {
	return tags.join(', ');
}
