import * as v from 'valibot';
import { type Annotation, type AnnotationContent, type Draft, normaliseTags } from './annotation.ts';
import { checked, fingerprintSchema, idSchema, instantSchema, text } from './check-field.ts';
import { selectorsSchema } from './check-selectors.ts';
import { COLORS, STYLES } from './color.ts';
import type { Selectors } from './selector.ts';

/** Code units; a long novel has about three million. */
const LONGEST_NOTE = 5_000_000;
const LONGEST_TAG = 1_000;
const MOST_TAGS = 500;

export const color = v.picklist(COLORS);
export const style = v.picklist(STYLES);
export const note = text(LONGEST_NOTE);
export const tagsSchema = v.pipe(
	v.array(text(LONGEST_TAG)),
	v.maxLength(MOST_TAGS),
	v.transform((given) => normaliseTags(given)),
);

const draftEntries = { color, style, note, tags: tagsSchema, selectors: selectorsSchema };
const draftSchema = v.object(draftEntries);

/** What an edit may change. */
export const changesEntries = {
	color: v.exactOptional(color),
	style: v.exactOptional(style),
	note: v.exactOptional(note),
	tags: v.exactOptional(tagsSchema),
	selectors: v.exactOptional(selectorsSchema),
};
const changesSchema = v.object(changesEntries);

export const annotationSchema = v.object({
	...draftEntries,
	id: idSchema,
	articleId: idSchema,
	version: fingerprintSchema,
	created: instantSchema,
	modified: instantSchema,
	deleted: v.exactOptional(instantSchema),
});

/** A draft from somewhere untrusted, its tags normalised; throws an `invalid` Fault. */
export function checkDraft(value: unknown): Draft {
	return checked(draftSchema, value);
}

/** What an edit changes, from somewhere untrusted; throws an `invalid` Fault. */
export function checkAnnotationChanges(value: unknown): Partial<AnnotationContent & { readonly selectors: Selectors }> {
	return checked(changesSchema, value);
}

/** A note from somewhere untrusted; throws an `invalid` Fault. */
export function checkNote(value: unknown): string {
	return checked(note, value);
}

/** An annotation from somewhere untrusted, e.g. an import; throws an `invalid` Fault. */
export function checkAnnotation(value: unknown): Annotation {
	return checked(annotationSchema, value);
}
