/** A tree of files as the browser shows it of what was dropped: folders are objects. */
export interface Tree {
	readonly [name: string]: string | Uint8Array | Tree | Broken;
}

/** Something that cannot be read, as a link to nothing or a folder without leave. */
export class Broken {
	constructor(readonly isFolder: boolean) {}
}

/** The browser gives so many entries at a time. */
const AT_A_TIME = 100;

/** Counts what was asked of the entries. */
export interface Asked {
	files: number;
	folders: number;
}

export function droppedOf(tree: Tree, asked: Asked = { files: 0, folders: 0 }): DataTransfer {
	const items = Object.entries(tree).map(([name, node]) => ({
		kind: 'file',
		webkitGetAsEntry: () => entryOf(name, node, asked),
		getAsFile: () => null,
	}));
	return { items } as unknown as DataTransfer;
}

function entryOf(name: string, node: Tree[string], asked: Asked): FileSystemEntry {
	const isBroken = node instanceof Broken;
	const isFolder = isBroken ? node.isFolder : typeof node === 'object' && !(node instanceof Uint8Array);
	if (!isFolder) {
		return {
			name,
			isFile: true,
			isDirectory: false,
			file(resolve: FileCallback, reject: ErrorCallback) {
				asked.files++;
				if (isBroken) reject(new DOMException('gone', 'NotFoundError'));
				else resolve(new File([node as string], name, { lastModified: 1_600_000_000_000 }));
			},
		} as unknown as FileSystemEntry;
	}
	return {
		name,
		isFile: false,
		isDirectory: true,
		createReader() {
			asked.folders++;
			const entries = isBroken ? [] : Object.entries(node as Tree).map(([child, of]) => entryOf(child, of, asked));
			return {
				readEntries(resolve: FileSystemEntriesCallback, reject: ErrorCallback) {
					if (isBroken) reject(new DOMException('no leave', 'NotReadableError'));
					else resolve(entries.splice(0, AT_A_TIME));
				},
			};
		},
	} as unknown as FileSystemEntry;
}

/** A file as the dialog for a folder hands it over. */
export function pickedFile(path: string, content: string | Uint8Array, modified = 1_600_000_000_000): File {
	const file = new File([content as string], path.slice(path.lastIndexOf('/') + 1), { lastModified: modified });
	Object.defineProperty(file, 'webkitRelativePath', { value: path.includes('/') ? path : '' });
	return file;
}
