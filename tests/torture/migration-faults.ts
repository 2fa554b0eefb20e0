import 'fake-indexeddb/auto';
import { openLibraryStore } from '../../utils/storage/library-store.ts';
import { LADDER } from '../../utils/storage/schema.ts';
import { type Failure, failRequest } from '../storage/fail-request.ts';
import { openNatively } from '../storage/native.ts';
import { SCHEMA_EXAMPLES, type SchemaExample, storedExample } from '../storage/schema-examples.ts';
import { rowsOf } from './fake-library.ts';
import { killedAt } from './killed-at.ts';
import { differences, isSame, type Rows } from './rows.ts';
import type { Injected } from './verdict.ts';

/** How IndexedDB counts the versions of Dexie. */
const NATIVE = 10;
const LATEST = Math.max(...LADDER.map(({ version }) => version));
const WAYS: readonly (Failure | 'killed')[] = ['refused', 'aborted before', 'aborted after', 'killed'];

/**
 * An upgrade broken off at each of its requests, from each version there ever was, in an IndexedDB in memory. The old version
 * is there as it was, and the next start ends what was begun.
 * @param stride takes only every so manieth request
 */
export async function* migrationFaults(stride = 1): AsyncGenerator<Injected> {
	for (const example of SCHEMA_EXAMPLES.filter(({ version }) => version < LATEST)) {
		const upgraded = await storedExample(example);
		const requests = await failRequest(undefined, 'refused', () => open(upgraded), undefined, 'versionchange');
		const whole = await rowsOf(upgraded);
		for (const [first, way] of WAYS.entries())
			for (let n = 1 + (first % stride); n <= requests; n += stride)
				yield await brokenOff(example, whole, way, n, requests);
	}
}

async function open(indexedDB: IDBFactory): Promise<void> {
	const store = openLibraryStore({ indexedDB });
	try {
		await store.listTags();
	} finally {
		store.close();
	}
}

async function brokenOff(
	example: SchemaExample,
	whole: Rows,
	way: Failure | 'killed',
	n: number,
	requests: number,
): Promise<Injected> {
	const indexedDB = await storedExample(example);
	const before = await rowsOf(indexedDB);
	const lost: string[] = [];
	const work = () => open(indexedDB);
	if (way === 'killed') await killedAt(n, work, 'versionchange');
	else {
		const isRefused = await failRequest(n, way, work, 'AbortError', 'versionchange').then(
			() => false,
			() => true,
		);
		if (!isRefused) lost.push('told to be open');
	}
	const native = await openNatively(indexedDB);
	if (native.version !== example.version * NATIVE) lost.push(`is of version ${native.version}`);
	native.close();
	const found = await rowsOf(indexedDB);
	if (!isSame(found, before)) lost.push('not as it was', ...differences(before, found));
	await open(indexedDB);
	const resumed = await rowsOf(indexedDB);
	if (!isSame(resumed, whole)) lost.push('not upgraded by the next start', ...differences(whole, resumed));
	const fault = `request ${n} of ${requests} ${way}`;
	return {
		layer: 'migration',
		act: `migrate from ${example.version}`,
		fault,
		told: 'not stored',
		left: 'nothing',
		lost,
	};
}
