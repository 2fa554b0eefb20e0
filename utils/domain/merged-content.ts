import { type Annotation, type AnnotationContent, compareByPosition, normaliseTags } from './annotation.ts';

/**
 * What an annotation says once others are merged into it: every note that is not empty, in reading order, a blank line
 * between two; every tag once. Colour and style stay its own.
 */
export function mergedContent(
	kept: Annotation,
	others: readonly Annotation[],
): Pick<AnnotationContent, 'note' | 'tags'> {
	const all = [kept, ...others].sort(compareByPosition);
	const notes = all.map(({ note }) => note).filter((note) => note.trim() !== '');
	return {
		// One note alone stays byte for byte as typed.
		note: notes.length > 1 ? notes.map((note) => note.trim()).join('\n\n') : (notes[0] ?? kept.note),
		tags: normaliseTags(all.flatMap(({ tags }) => tags)),
	};
}
