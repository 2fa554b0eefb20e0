import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Session } from './open-session.ts';
import { waitUntil } from './wait-until.ts';

export interface DownloadedFile {
	readonly name: string;
	readonly path: string;
	readonly bytes: Buffer;
}

/** Does something that starts a download, waits until the file is whole on the disk, and reads it. */
export async function downloadedFile(session: Session, start: () => Promise<unknown>): Promise<DownloadedFile> {
	const before = new Set(await readdir(session.downloadsDir));
	await start();
	let lastSize = -1;
	return waitUntil('a downloaded file', async () => {
		const names = (await readdir(session.downloadsDir)).filter((name) => !before.has(name));
		// While under way: Chromium writes x.crdownload, Firefox x.part beside an empty x.
		if (names.some((name) => /\.(crdownload|part|tmp)$/.test(name) || name.startsWith('.'))) return undefined;
		const [name] = names;
		if (name === undefined) return undefined;
		const path = join(session.downloadsDir, name);
		const { size } = await stat(path);
		const isStill = size > 0 && size === lastSize;
		lastSize = size;
		return isStill ? { name, path, bytes: await readFile(path) } : undefined;
	});
}
