/** What a request of IndexedDB answers. */
export function answer<T>(request: IDBRequest<T>): Promise<T> {
	return new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
}

/** Opens the database past Dexie, at whatever version it has, or at the given one. */
export function openNatively(
	factory: IDBFactory,
	version?: number,
	upgrade?: (db: IDBDatabase) => void,
): Promise<IDBDatabase> {
	const request = factory.open('en-marge', version);
	request.onupgradeneeded = () => upgrade?.(request.result);
	return answer(request);
}

/** Every row of every table, as it lies there. */
export async function dump(factory: IDBFactory): Promise<Record<string, unknown[]>> {
	const database = await openNatively(factory);
	const names = [...database.objectStoreNames];
	const rows: Record<string, unknown[]> = {};
	if (names.length > 0) {
		const transaction = database.transaction(names);
		for (const name of names) rows[name] = await answer(transaction.objectStore(name).getAll());
	}
	database.close();
	return rows;
}
