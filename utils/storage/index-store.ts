import { type Checksum, checkedTable, IndexDamage, type StoredSegment, segmentSum } from './checked-table.ts';
import { createIndexDatabase, type IndexDatabase, type IndexDatabaseOptions } from './index-database.ts';
import type { BlockRow, ManifestRow } from './index-rows.ts';
import { toFault } from './to-fault.ts';

export interface StoredIndex extends Pick<ManifestRow, 'generation' | 'isBuilt' | 'builtTo'> {
	readonly segments: readonly StoredSegment[];
}

/** A change of the index, wholly there or not at all. */
export interface IndexChange {
	readonly add?: readonly Omit<StoredSegment, 'dead'>[];
	readonly remove?: readonly number[];
	readonly dead?: readonly Omit<StoredSegment, 'table'>[];
	readonly isBuilt?: boolean;
	readonly builtTo?: string;
}

/** Where the index of the library lies: disposable. Rejects with what the database throws, or with `IndexDamage`. */
export interface IndexStore {
	/** Another number after each change, also by another tab. */
	generation(): Promise<number>;
	read(): Promise<StoredIndex>;
	/** In the order asked for; whether they are as they were written is told by their checksums. */
	readBlocks(names: readonly { readonly segment: number; readonly block: number }[]): Promise<Uint8Array[]>;
	/** A number that no segment has had. */
	newNumber(): Promise<number>;
	/** Blocks of a segment that is not part of the index yet. */
	writeBlocks(segment: number, from: number, blocks: readonly Uint8Array<ArrayBuffer>[]): Promise<void>;
	change(change: IndexChange): Promise<void>;
	/** Throws everything away. */
	clear(): Promise<void>;
	/** Removes blocks of segments that never became part of the index: only while nobody writes. */
	sweep(): Promise<void>;
	close(): void;
}

export interface IndexStoreOptions extends IndexDatabaseOptions {
	/** Of the bytes: an index of another format is thrown away. */
	readonly format: number;
	readonly checksum: Checksum;
}

export function openIndexStore({ format, checksum, ...options }: IndexStoreOptions): IndexStore {
	let connection = createIndexDatabase(options);
	let opening: Promise<void> | undefined;
	/** They never change: each is read and checked once. */
	const tables = new Map<number, StoredSegment['table']>();

	/**
	 * An index of another version, or one that the browser twice cannot read, makes room for a new one. A full disk is no
	 * reason: what is there may be read again once there is room.
	 */
	async function open(): Promise<IndexDatabase> {
		if (connection.isOpen()) return connection;
		opening ??= connection
			.open()
			.catch((error) => openAgain(error))
			.catch(async (error) => {
				if (toFault(error, true).code === 'quota') throw error;
				connection.close();
				await connection.delete();
				await openAgain(error);
			})
			.then(() => undefined)
			.finally(() => {
				opening = undefined;
			});
		await opening;
		return connection;
	}

	async function openAgain(error: unknown): Promise<IndexDatabase> {
		if (toFault(error, true).code === 'quota') throw error;
		connection.close();
		connection = createIndexDatabase(options);
		return (await connection.open()) as IndexDatabase;
	}

	const empty: ManifestRow = {
		key: 'manifest',
		format,
		generation: 0,
		last: 0,
		segments: [],
		isBuilt: false,
		builtTo: '',
	};

	async function manifestOf({ manifest }: IndexDatabase): Promise<ManifestRow> {
		const row = (await manifest.get('manifest')) ?? empty;
		if (row.format !== format || !Array.isArray(row.segments)) throw new IndexDamage('of another format');
		return row;
	}

	return {
		async generation() {
			return (await manifestOf(await open())).generation;
		},
		async read() {
			const database = await open();
			return await database.transaction('r', database.manifest, database.segments, database.dead, async () => {
				const { generation, isBuilt, builtTo, segments: numbers } = await manifestOf(database);
				const fresh = numbers.filter((number) => !tables.has(number));
				const rows = await database.segments.bulkGet(fresh);
				for (const [index, number] of fresh.entries()) tables.set(number, checkedTable(rows[index], number, checksum));
				for (const number of [...tables.keys()]) if (!numbers.includes(number)) tables.delete(number);
				const dead = await database.dead.bulkGet([...numbers]);
				const segments = numbers.map((number, index) => ({
					number,
					table: tables.get(number)!,
					dead: dead[index]?.dead ?? new Uint8Array(),
				}));
				return { generation, isBuilt, builtTo, segments };
			});
		},
		async readBlocks(names) {
			const { blocks } = await open();
			// Neighbours are read at one go: a beginning of a word may take hundreds.
			const runs = await Promise.all(
				neighbours(names).map(({ segment, from, to }) =>
					blocks.where('[segment+block]').between([segment, from], [segment, to], true, true).toArray(),
				),
			);
			const rows = new Map(runs.flat().map((row) => [`${row.segment}/${row.block}`, row.bytes]));
			return names.map(({ segment, block }) => {
				const bytes = rows.get(`${segment}/${block}`);
				if (bytes === undefined) throw new IndexDamage(`block ${block} of segment ${segment} is missing`);
				return bytes;
			});
		},
		async newNumber() {
			const database = await open();
			return await database.transaction('rw', database.manifest, async () => {
				const row = await manifestOf(database);
				const number = after(row.last);
				await database.manifest.put({ ...row, last: number });
				return number;
			});
		},
		async writeBlocks(segment, from, blocks) {
			if (blocks.length === 0) return;
			const database = await open();
			await database.blocks.bulkPut(blocks.map((bytes, index): BlockRow => ({ segment, block: from + index, bytes })));
		},
		async change({ add = [], remove = [], dead = [], isBuilt, builtTo }) {
			const database = await open();
			await database.transaction('rw', database.tables, async () => {
				const row = await manifestOf(database);
				await database.segments.bulkPut(
					add.map(({ number, table }) => ({ ...table, number, sum: segmentSum(table, checksum) })),
				);
				await database.dead.bulkPut([...dead]);
				for (const number of remove) {
					await database.segments.delete(number);
					await database.dead.delete(number);
					await database.blocks.where('[segment+block]').between([number, 0], [number, Infinity]).delete();
				}
				await database.manifest.put({
					...row,
					generation: after(row.generation),
					segments: [...row.segments.filter((number) => !remove.includes(number)), ...add.map(({ number }) => number)],
					isBuilt: isBuilt ?? row.isBuilt,
					builtTo: builtTo ?? row.builtTo,
				});
			});
		},
		async clear() {
			const database = await open();
			await database.transaction('rw', database.tables, async () => {
				for (const table of database.tables) await table.clear();
				await database.manifest.put({ ...empty, generation: after(0) });
			});
		},
		async sweep() {
			const database = await open();
			const { segments } = await manifestOf(database);
			const isKept = new Set(segments);
			const found = new Set<number>();
			// One key a segment: from each to the first of the next.
			for (let from = 0; ; ) {
				const key = await database.blocks
					.where('[segment+block]')
					.above([from, Infinity])
					.first((row) => row?.segment);
				if (key === undefined) break;
				found.add(key);
				from = key;
			}
			for (const number of found)
				if (!isKept.has(number))
					await database.blocks.where('[segment+block]').between([number, 0], [number, Infinity]).delete();
		},
		close: () => connection.close(),
	};
}

/** Blocks that follow each other, as ranges. */
function neighbours(
	names: readonly { readonly segment: number; readonly block: number }[],
): { segment: number; from: number; to: number }[] {
	const ranges: { segment: number; from: number; to: number }[] = [];
	for (const { segment, block } of names) {
		const last = ranges.at(-1);
		if (last?.segment === segment && last.to + 1 === block) last.to = block;
		else ranges.push({ segment, from: block, to: block });
	}
	return ranges;
}

/** A number never given before, also where the one given last is lost: other tabs may remember it. */
function after(last: number): number {
	return Math.max(last + 1, Date.now());
}
