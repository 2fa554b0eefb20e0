import type { Chosen, Found, FoundFile } from './found-file.ts';
import { nameOfAll } from './name-of-all.ts';
import { isFolderPassedOver, isPassedOver } from './passed-over.ts';

/** What was chosen in the browser's dialog for files, or for a folder; undefined where nothing was. */
export function choosePicked(files: readonly File[]): Chosen | undefined {
	const [first] = files;
	if (first === undefined) return undefined;
	const root = first.webkitRelativePath.split('/')[0];
	const isSingle = files.length === 1 && first.webkitRelativePath === '';
	return {
		name: root || nameOfAll(first.name, files.length),
		...(isSingle && { single: toFound(first) }),
		walk: () => walkPicked(files),
	};
}

async function* walkPicked(files: readonly File[]): AsyncGenerator<Found> {
	const paths = new Set(files.map(pathOf));
	const judged = new Map<string, boolean>([['', false]]);
	/** Whether a folder is passed over, with all that is in it. */
	const isOut = (folder: string): boolean => {
		const known = judged.get(folder);
		if (known !== undefined) return known;
		const [parent, name] = split(folder);
		const beside = (other: string): boolean => paths.has(parent === '' ? other : `${parent}/${other}`);
		const isFolderOut = isOut(parent) || isFolderPassedOver(name, beside);
		judged.set(folder, isFolderOut);
		return isFolderOut;
	};
	for (const file of files) {
		const [folder, name] = split(pathOf(file));
		yield isOut(folder) || isPassedOver(name) ? { kind: 'passed-over' } : { kind: 'file', file: toFound(file) };
	}
}

function toFound(file: File): FoundFile {
	return { path: pathOf(file), open: async () => file };
}

function pathOf(file: File): string {
	return file.webkitRelativePath || file.name;
}

/** Folder and name. */
function split(path: string): [string, string] {
	const slash = path.lastIndexOf('/');
	return [path.slice(0, Math.max(slash, 0)), path.slice(slash + 1)];
}
