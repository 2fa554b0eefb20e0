import { readBackup, sealFlaw } from '../../../entrypoints/shared/backup/read-backup.ts';
import { keepBackup, listBackups } from '../../../entrypoints/shared/backup/rolling-backups.ts';
import type { StoreCommands } from '../../../entrypoints/shared/store-handlers.ts';
import type { Result } from '../../../utils/domain/fault.ts';
import { createSender, type Transport } from '../../../utils/messaging/channel.ts';
import { openExchangeStore } from '../../../utils/storage/exchange-store.ts';
import { openLibraryStore } from '../../../utils/storage/library-store.ts';
import { createDatabase, LADDER } from '../../../utils/storage/schema.ts';
import { at } from '../../storage/build.ts';
import { answer } from '../../storage/native.ts';
import { perform, type TortureAct } from '../acts.ts';
import { packRows, type Row, unpackRows } from '../rows.ts';

/** Runs in a page of the extension: acts as the extension's own pages do, and tells what is stored. All goes by text. */
interface Api {
	readonly runtime: { sendMessage: Transport };
}
const world = globalThis as unknown as { readonly browser?: Api; readonly chrome: Api; torture: Torture };
const transport: Transport = async (message) => await (world.browser ?? world.chrome).runtime.sendMessage(message);

const hands = {
	send: createSender<StoreCommands>(transport),
	library: openLibraryStore(),
	exchange: openExchangeStore(),
};

let told: Result<unknown> | undefined;
let broken: string | undefined;
let running: Promise<unknown> = Promise.resolve();

function run(work: () => Promise<Result<unknown>>): void {
	[told, broken] = [undefined, undefined];
	running = work().then(
		(result) => {
			told = result;
		},
		(error) => {
			broken = String(error);
		},
	);
}

const torture = {
	begin: (act: string) => run(() => perform(hands, JSON.parse(act) as TortureAct)),
	beginBackup: (n: number) =>
		run(async () => {
			await keepBackup(hands.exchange, at(n * 24 * 60));
			return { ok: true, value: undefined };
		}),
	/** What opens the database, and so upgrades it: the background, or this page. */
	beginOpening: (way: 'message' | 'page') =>
		run(async () => {
			if (way === 'message') return await hands.send('listTags', {});
			await hands.library.listTags();
			return { ok: true, value: undefined };
		}),
	/** What the reader was told until now. */
	toldSoFar: () => told,
	/** Waits for the end of the act. */
	async outcome(): Promise<Result<unknown>> {
		await running;
		if (broken !== undefined) return { ok: false, fault: 'write-failed' };
		return told!;
	},
	/** Messages and transactions that were on the way are done when this is. */
	async rows(): Promise<{ rows: string; version: number }> {
		// A background whose database was taken away says so once, and opens it the next time.
		if (!(await hands.send('listTags', {})).ok) await hands.send('listTags', {});
		const database = await answer(indexedDB.open('en-marge'));
		const names = [...database.objectStoreNames];
		const rows: Record<string, Row[]> = {};
		const transaction = database.transaction(names, 'readwrite');
		for (const name of names) rows[name] = await answer(transaction.objectStore(name).getAll());
		const { version } = database;
		database.close();
		return { rows: packRows(rows), version };
	},
	integrity: () => hands.library.checkIntegrity(),
	async clear(): Promise<void> {
		await hands.library.listTags();
		const database = await answer(indexedDB.open('en-marge'));
		const names = [...database.objectStoreNames];
		const transaction = database.transaction(names, 'readwrite');
		for (const name of names) await answer(transaction.objectStore(name).clear());
		database.close();
	},
	/** Leaves a database as one of its versions left it. Fails where the background opens it in between, to make its backup. */
	async plant(version: number, rows: string): Promise<void> {
		await answer(indexedDB.deleteDatabase('en-marge'));
		const database = createDatabase({ ladder: LADDER.filter((rung) => rung.version <= version) });
		await database.open();
		for (const [table, all] of Object.entries(unpackRows(rows))) await database.table(table).bulkAdd([...all]);
		database.close();
	},
	/** The backups that are kept, and what is wrong with them. */
	async backups(): Promise<{ made: string; flaw: string | undefined }[]> {
		const kept = await listBackups();
		return await Promise.all(
			kept.map(async ({ made, file }) => {
				if (await sealFlaw(file)) return { made, flaw: 'seal' };
				for await (const lines of readBackup(file))
					for (const line of lines) if (line.kind === 'flaw') return { made, flaw: line.flaw };
				return { made, flaw: undefined };
			}),
		);
	},
};

export type Torture = typeof torture;
world.torture = torture;
