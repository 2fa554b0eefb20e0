import type { LibraryActReport } from '../domain/act.ts';
import { type Instant, normaliseTags } from '../domain/annotation.ts';
import type { ManyChange } from '../domain/library.ts';
import { actOnMany } from './act-on-many.ts';
import type { AnnotationRow, EditedMembers } from './rows.ts';
import { isSameData } from './same-data.ts';
import type { Database } from './schema.ts';

/** Changes many annotations at once: one act. The trash, and those that are as wished already, stay as they are. */
export async function changeMany(
	database: Database,
	ids: readonly string[],
	change: ManyChange,
	at: Instant,
): Promise<LibraryActReport | undefined> {
	const rows = await database.annotations.bulkGet([...new Set(ids)]);
	const alterations = rows.flatMap((row) => {
		if (!row || row.deleted !== undefined) return [];
		const after = differing(row, change);
		return Object.keys(after).length === 0 ? [] : [{ row, after }];
	});
	return await actOnMany(database, 'edit', { alterations }, at);
}

function differing(row: AnnotationRow, { color, style, addTags = [], removeTags = [] }: ManyChange): EditedMembers {
	const removed = new Set(normaliseTags(removeTags));
	const tags = normaliseTags([...row.tags.filter((tag) => !removed.has(tag)), ...addTags]);
	return {
		...(color !== undefined && color !== row.color && { color }),
		...(style !== undefined && style !== row.style && { style }),
		...(!isSameData(tags, row.tags) && { tags }),
	};
}
