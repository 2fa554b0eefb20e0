import 'fake-indexeddb/auto';
import { openLibraryStore } from '../../../utils/storage/library-store.ts';
import { LADDER } from '../../../utils/storage/schema.ts';
import { waitUntil } from '../../browser/wait-until.ts';
import { SCHEMA_EXAMPLES, type SchemaExample, storedExample } from '../../storage/schema-examples.ts';
import { rowsOf } from '../fake-library.ts';
import { differences, isSame, packRows, type Rows } from '../rows.ts';
import { oneOf } from '../seeded-random.ts';
import type { Injected } from '../verdict.ts';
import { drawStrike, strikeAct } from './strike.ts';
import type { Victim } from './victim.ts';

/** How IndexedDB counts the versions of Dexie. */
const NATIVE = 10;
const LATEST = Math.max(...LADDER.map(({ version }) => version));
/** Requests of an upgrade, roughly. */
const REQUESTS = 40;

/** An upgrade from one of the versions there were, by the background or by a page; afterwards it is done, or not begun, and done next. */
export async function migrationFault(victim: Victim): Promise<Omit<Injected, 'layer'>> {
	const { random } = victim;
	const example = oneOf(
		random,
		SCHEMA_EXAMPLES.filter(({ version }) => version < LATEST),
	);
	const whole = await upgraded(example);
	const way = oneOf(random, ['message', 'page'] as const);
	const strike = drawStrike(random, way, REQUESTS);
	const lost: string[] = [];
	// A document that has not opened the database yet.
	await victim.page.leave();
	await waitUntil('an old database', async () => {
		await victim.page.plant(example.version, packRows(example.rows as Rows));
		return true;
	});
	// What it had open is gone: it would say so once instead of opening what is there now.
	await victim.session.killBackground();
	const told = await strikeAct(victim, strike, () => victim.page.beginOpening(way));
	const { rows, version } = await victim.page.rows();
	const isDone = version === LATEST * NATIVE;
	if (!isDone && version !== example.version * NATIVE) lost.push(`is of version ${version}`);
	if (told?.ok && !isDone) lost.push('told to be open, and was not upgraded');
	// The background was asked to open it once more before the rows were read: by then it is done.
	if (!isSame(rows, whole)) lost.push('not upgraded by the next start', ...differences(whole, rows));
	const { flaws } = await victim.page.integrity();
	if (flaws.length > 0) lost.push(`not sound: ${JSON.stringify(flaws)}`);
	return {
		act: `migrate from ${example.version}`,
		fault: strike.kind,
		told: told === undefined ? undefined : told.ok ? 'stored' : 'not stored',
		left: 'all',
		lost,
	};
}

const wanted = new Map<number, Rows>();

async function upgraded(example: SchemaExample): Promise<Rows> {
	const known = wanted.get(example.version);
	if (known) return known;
	const indexedDB = await storedExample(example);
	const store = openLibraryStore({ indexedDB });
	await store.listTags();
	store.close();
	const rows = await rowsOf(indexedDB);
	wanted.set(example.version, rows);
	return rows;
}
