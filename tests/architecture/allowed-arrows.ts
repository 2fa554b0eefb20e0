import type { Arrow } from './import-graph.ts';

/** What a room may import besides itself. A path is a folder, or one file; a package stands for its subpaths too. */
interface Leave {
	readonly paths: readonly string[];
	readonly packages: readonly string[];
}

const ANYTHING: Leave = { paths: [''], packages: [''] };
/** A room of utils that the table does not name. */
const ROOM_OF_UTILS: Leave = { paths: ['utils/domain'], packages: [] };

const TABLE: Readonly<Record<string, Leave>> = {
	'utils/domain': { paths: [], packages: ['valibot'] },
	'utils/anchoring': { paths: ['utils/domain', 'utils/matching'], packages: [] },
	'utils/article': { paths: ['utils/domain'], packages: ['@mozilla/readability', 'dompurify'] },
	'utils/exchange': { paths: ['utils/domain'], packages: ['citeproc', 'mustache'] },
	'utils/storage': { paths: ['utils/domain'], packages: ['dexie'] },
	components: {
		paths: ['utils/domain', 'public/_locales/en/messages.json'],
		packages: ['preact', '@preact/signals'],
	},
	entrypoints: { paths: ['entrypoints', 'components', 'utils', 'public'], packages: [''] },
	'wxt.config.ts': { paths: ['entrypoints', 'tests/tools'], packages: ['wxt', 'node:fs'] },
	tests: ANYTHING,
};

/** Packages that one room keeps for all. */
const KEPT_BY: Readonly<Record<string, string>> = {
	dexie: 'utils/storage',
	'@mozilla/readability': 'utils/article',
	dompurify: 'utils/article',
};

/** Says what is wrong with an arrow and how to put it right; undefined where it is allowed. */
export function breachOf({ from, to, isPackage }: Arrow): string | undefined {
	const room = roomOf(from);
	const leave = TABLE[room] ?? (room.startsWith('utils/') ? ROOM_OF_UTILS : undefined);
	if (leave === undefined) return `${from} stands in no room: move it into one of those in docs and tests/architecture`;
	if (!isPackage) {
		if (isUnder(to, room) || leave.paths.some((path) => isUnder(to, path))) return undefined;
		return `${from} imports ${to}, but ${room} ${saying(leave.paths)}: join the two in entrypoints, or move what both need to utils/domain`;
	}
	const keeper = Object.entries(KEPT_BY).find(([name]) => isUnder(to, name))?.[1];
	if (keeper !== undefined && keeper !== room && room !== 'tests') {
		return `${from} imports ${to}, which only ${keeper} may: give ${keeper} a function that does it`;
	}
	if (leave.packages.some((name) => isUnder(to, name))) return undefined;
	return `${from} imports the package ${to}, but ${room} ${saying(leave.packages)}: let an entrypoint hand in what is needed`;
}

function roomOf(path: string): string {
	const [top = '', second = ''] = path.split('/');
	return top === 'utils' ? `${top}/${second}` : top;
}

function isUnder(path: string, folder: string): boolean {
	return folder === '' || path === folder || path.startsWith(`${folder}/`);
}

function saying(allowed: readonly string[]): string {
	return allowed.length === 0 ? 'imports nothing else' : `imports only itself and ${allowed.join(', ')}`;
}
