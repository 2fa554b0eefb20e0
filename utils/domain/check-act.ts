import * as v from 'valibot';
import { ACT_KINDS } from './act.ts';
import { changesEntries, color, note, style, tagsSchema } from './check-annotation.ts';
import { type Examined, examine, fingerprintSchema, idSchema, instantSchema, text } from './check-field.ts';
import { selectorsSchema } from './check-selectors.ts';

const changed = v.object({ ...changesEntries, version: v.exactOptional(fingerprintSchema) });

/** What was absent is `undefined` in an edit, which JSON has not: it is `null` there. */
const orAbsent = <const Schema extends v.GenericSchema>(schema: Schema) =>
	v.exactOptional(
		v.pipe(
			v.nullable(schema),
			v.transform((value) => value ?? undefined),
		),
	);

const edited = v.object({
	color: orAbsent(color),
	style: orAbsent(style),
	note: orAbsent(note),
	tags: orAbsent(tagsSchema),
	selectors: orAbsent(selectorsSchema),
	version: orAbsent(fingerprintSchema),
	deleted: orAbsent(instantSchema),
});

const editedBefore = v.object({ ...edited.entries, modified: v.exactOptional(instantSchema) });

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const actSchema = v.object({
	seq: count,
	articleId: idSchema,
	annotationId: v.exactOptional(idSchema),
	kind: v.picklist(ACT_KINDS),
	at: instantSchema,
	undone: v.picklist([0, 1]),
	before: v.exactOptional(changed),
	after: v.exactOptional(changed),
	others: v.exactOptional(v.array(idSchema)),
	session: v.exactOptional(text(1_000)),
	batch: v.exactOptional(text(1_000)),
	edits: v.exactOptional(v.array(v.object({ id: idSchema, before: editedBefore, after: edited }))),
	articleDeleted: v.exactOptional(
		v.object({ before: v.exactOptional(instantSchema), after: v.exactOptional(instantSchema) }),
	),
	takenBack: v.exactOptional(count),
	newest: v.exactOptional(count),
});

/** An act of the undo journal, as it lies in the database. */
export type ActRecord = v.InferOutput<typeof actSchema>;

/** An act from a file. */
export function examineAct(value: unknown): Examined<ActRecord> {
	return examine(actSchema, value);
}
