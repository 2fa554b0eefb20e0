import type { Page } from 'puppeteer-core';

export type StoredRows = Readonly<Record<string, readonly { readonly deleted?: string }[]>>;

/** Every row of every table of the library, asked for in a page of the extension. */
export function storedRows(page: Page): Promise<StoredRows> {
	return page.evaluate(async () => {
		const answer = <T>(request: IDBRequest<T>) =>
			new Promise<T>((resolve, reject) => {
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(request.error);
			});
		const database = await answer(indexedDB.open('en-marge'));
		const rows: [string, { deleted?: string }[]][] = [];
		for (const name of database.objectStoreNames)
			rows.push([
				name,
				await answer(database.transaction(name).objectStore(name).getAll() as IDBRequest<{ deleted?: string }[]>),
			]);
		database.close();
		return Object.fromEntries(rows);
	});
}
