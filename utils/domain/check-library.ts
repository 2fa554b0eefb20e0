import * as v from 'valibot';
import { tagsSchema } from './check-annotation.ts';
import { checked, idSchema, text } from './check-field.ts';
import { COLORS, STYLES } from './color.ts';
import { IMPORT_OUTCOMES, type ImportedFile, type ImportFile } from './import-record.ts';
import type { ManyChange } from './library.ts';

/** Ids; a whole library may be chosen at once. */
const manyIds = v.pipe(v.array(idSchema), v.maxLength(1_000_000));

const manyChangeSchema = v.object({
	color: v.exactOptional(v.picklist(COLORS)),
	style: v.exactOptional(v.picklist(STYLES)),
	addTags: v.exactOptional(tagsSchema),
	removeTags: v.exactOptional(tagsSchema),
});

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const fileEntries = { importId: idSchema, path: text(100_000), size: count, modified: v.pipe(v.number(), v.finite()) };
const importedFileSchema = v.object({
	...fileEntries,
	outcome: v.picklist(IMPORT_OUTCOMES),
	articleId: v.exactOptional(idSchema),
	reason: v.exactOptional(text(1_000)),
});

/** The ids of what one act is about; throws an `invalid` Fault. */
export function checkManyIds(value: unknown): string[] {
	return checked(manyIds, value);
}

/** What is changed on many annotations; throws an `invalid` Fault. */
export function checkManyChange(value: unknown): ManyChange {
	return checked(manyChangeSchema, value);
}

/** A file that is brought in; throws an `invalid` Fault. */
export function checkImportFile(value: unknown): ImportFile {
	return checked(v.object(fileEntries), value);
}

/** What became of files; throws an `invalid` Fault. */
export function checkImportedFiles(value: unknown): ImportedFile[] {
	return checked(v.array(importedFileSchema), value);
}
