import { answerOf } from './answer-of.ts';

/**
 * The database as it is, for reading alone and beside a store that has made it: whatever its version. It is let go of as soon
 * as another one is to take its place.
 */
export async function openBare(name = 'en-marge'): Promise<IDBDatabase> {
	const opening = indexedDB.open(name);
	// One that is not there is not made.
	opening.onupgradeneeded = () => opening.transaction?.abort();
	const database = await answerOf(opening);
	database.onversionchange = () => database.close();
	return database;
}
