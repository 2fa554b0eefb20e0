import { readdirSync, readFileSync } from 'node:fs';
import { createDatabase, LADDER, type Rung } from '../../utils/storage/schema.ts';
import { freshFactory } from './build.ts';

/** A stored example: what a database of one version held, and how its tables were declared. */
export interface SchemaExample {
	readonly version: number;
	readonly stores: Rung['stores'];
	readonly rows: Readonly<Record<string, readonly Record<string, unknown>[]>>;
}

const folder = new URL('schemas/', import.meta.url);

/** One for each version the database ever had. */
export const SCHEMA_EXAMPLES: readonly SchemaExample[] = readdirSync(folder).map((file) =>
	JSON.parse(readFileSync(new URL(file, folder), 'utf8')),
);

/** A database as the version of the example would have left it. */
export async function storedExample({ version, rows }: SchemaExample): Promise<IDBFactory> {
	const indexedDB = freshFactory();
	const database = createDatabase({ indexedDB, ladder: LADDER.filter((rung) => rung.version <= version) });
	await database.open();
	for (const [table, all] of Object.entries(rows)) await database.table(table).bulkAdd(all);
	database.close();
	return indexedDB;
}
