import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { type StoreCommands, storeHandlers } from '../../entrypoints/shared/store-handlers.ts';
import { createReceiver } from '../../utils/messaging/channel.ts';
import { openStore } from '../../utils/storage/store.ts';
import { at, candidate, creation, draft, fingerprintOf, freshFactory, uuid, version } from '../storage/build.ts';
import { dump } from '../storage/native.ts';
import { tally } from '../tools/tally.ts';
import { seededRandom } from '../torture/seeded-random.ts';

/** Messages in all; another seed or number by the environment. */
const MESSAGES = Number(process.env.EN_MARGE_FUZZ ?? 20_000);
const SEED = Number(process.env.EN_MARGE_SEED ?? 1);
/** The library is compared after so many messages. */
const BATCH = 250;

const { selectors } = draft();
/** One right request of each command that writes, with the members that it cannot do without. */
const WRITES = {
	createAnnotation: { ...creation(9) },
	editAnnotation: { id: uuid(1), changes: { note: 'words' }, at: at(20), session: uuid(40) },
	reattachAnnotation: { id: uuid(1), article: candidate(), version: version(), selectors, at: at(20) },
	mergeAnnotations: {
		id: uuid(1),
		others: [uuid(2)],
		article: candidate(),
		version: version(),
		selectors,
		at: at(20),
	},
	splitAnnotation: {
		id: uuid(1),
		secondId: uuid(8),
		article: candidate(),
		version: version(),
		selectors,
		second: selectors,
		at: at(20),
	},
	deleteAnnotation: { id: uuid(1), at: at(20) },
	undo: { articleId: uuid(1), at: at(20) },
	redo: { articleId: uuid(1), at: at(20) },
	keepArticle: { article: candidate(), version: version({ fingerprint: fingerprintOf(7) }), at: at(20) },
	noteArticle: { article: candidate(), note: 'words', at: at(20) },
} satisfies Partial<Record<keyof StoreCommands, object>>;

/** What no member of these requests may be, whatever its type. */
const NEVER: readonly unknown[] = [
	undefined,
	null,
	true,
	Number.NaN,
	Number.POSITIVE_INFINITY,
	-1,
	1.5,
	2 ** 60,
	12n,
	new Date(0),
	/a/,
	new Map([['a', 1]]),
	new Uint8Array(8),
	[[[]]],
	[null],
	{ length: 2 },
	JSON.parse('{"__proto__": {"color": "yellow"}}'),
];

/** Dotted paths of members that may be left out, or of which something malformed says nothing. */
const SPARE = /^article\.facts\.(?!title|dir)|^version\.html$|^session$|^changes$/;
/** Members of which any string will do. */
const FREE_TEXT =
	/^(?:article\.(?:address|facts\.title)|version\.(?:address|text)|(?:draft\.|changes\.)?note)$|(?:prefix|suffix|exact)$/;
/** What no id, instant, fingerprint or key is. */
const STRINGS = [
	'',
	' ',
	'\0',
	'\ud800',
	'../../x',
	'<img src=x onerror=alert(1)>',
	'__proto__',
	'2026-13-45T99:99:99.999Z',
];

function paths(value: unknown, before = ''): string[] {
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([name, member]) => {
		const path = before === '' ? name : `${before}.${name}`;
		return [path, ...paths(member, path)];
	});
}

/** The same with one member replaced, or removed where `isGone`. */
function changed(value: object, path: string, other: unknown, isGone: boolean): object {
	const copy = structuredClone(value) as Record<string, unknown>;
	const names = path.split('.');
	const last = names.pop()!;
	let within: Record<string, unknown> = copy;
	for (const name of names) within = within[name] as Record<string, unknown>;
	if (isGone) delete within[last];
	else within[last] = other;
	return copy;
}

/** A request that is wrong in one place for certain, and where. */
function wrongRequest(random: (below: number) => number): { name: string; request: unknown; wrong: string } {
	const names = Object.keys(WRITES) as (keyof typeof WRITES)[];
	const name = names[random(names.length)]!;
	const right = WRITES[name];
	const all = paths(right).filter((path) => !SPARE.test(path) && !(name === 'keepArticle' && path === 'version'));
	const path = all[random(all.length)]!;
	// Right are an edit of nothing, and an array without one of its members.
	const isNeeded = path !== 'changes.note' && !/\.\d+$/.test(path);
	if (isNeeded && random(4) === 0) return { name, request: changed(right, path, undefined, true), wrong: `no ${path}` };
	const isString = !FREE_TEXT.test(path) && random(2) === 0;
	const other = isString ? STRINGS[random(STRINGS.length)] : NEVER[random(NEVER.length)];
	const wrong = `${path} = ${typeof other === 'string' ? JSON.stringify(other) : Object.prototype.toString.call(other)}`;
	return { name, request: changed(right, path, other, false), wrong };
}

/** What is no command at all. */
function nonsense(random: (below: number) => number): unknown {
	const value = (depth: number): unknown => {
		const kind = random(depth > 3 ? 4 : 6);
		if (kind === 0) return NEVER[random(NEVER.length)];
		if (kind === 1) return STRINGS[random(STRINGS.length)];
		if (kind === 2) return random(1000) - 500;
		if (kind === 3) return String.fromCharCode(...Array.from({ length: random(20) }, () => random(0x10000)));
		if (kind === 4) return Array.from({ length: random(5) }, () => value(depth + 1));
		const names = ['enMarge', 'name', 'request', 'id', 'keys', 'constructor', 'toString', 'then', 'article'];
		return Object.fromEntries(
			Array.from({ length: random(6) }, () => [names[random(names.length)]!, value(depth + 1)]),
		);
	};
	const names = [
		'createAnnotation',
		'openArticle',
		'readVersions',
		'openTwin',
		'undo',
		'constructor',
		'__proto__',
		'x',
	];
	return random(2) === 0 ? value(0) : { enMarge: 1, name: names[random(names.length)], request: value(0) };
}

async function libraryOf(factory: IDBFactory): Promise<string> {
	return JSON.stringify(await dump(factory));
}

describe('messages from anywhere', () => {
	test(`of ${MESSAGES} seeded ones that are wrong somewhere none is accepted, and the library stays as it is`, async () => {
		const factory = freshFactory();
		const store = openStore({ indexedDB: factory });
		for (const n of [1, 2, 3]) await store.createAnnotation(creation(n));
		const reports: unknown[] = [];
		const receive = createReceiver<StoreCommands, undefined>(
			storeHandlers(store, () => undefined),
			(error) => reports.push(error),
		);
		const before = await libraryOf(factory);
		const random = seededRandom(SEED);
		const accepted: string[] = [];
		for (let sent = 0; sent < MESSAGES; ) {
			const batch = Array.from({ length: Math.min(BATCH, MESSAGES - sent) }, async () => {
				if (random(4) === 0) {
					const answer = await receive(nonsense(random), undefined);
					// Reading an article that is not there answers with nothing.
					if (answer?.ok && JSON.stringify(answer.value ?? null).length > 20) accepted.push('nonsense');
					return;
				}
				const { name, request, wrong } = wrongRequest(random);
				const answer = await receive({ enMarge: 1, name, request }, undefined);
				if (answer?.ok !== false) accepted.push(`${name}: ${wrong}`);
			});
			await Promise.all(batch);
			sent += batch.length;
			if ((await libraryOf(factory)) !== before) accepted.push(`something among the ${sent} written`);
			if (accepted.length > 0) break;
		}
		tally('messages', MESSAGES, accepted.length);
		expect(accepted).toEqual([]);
		// Every one was turned away on purpose, none because something broke on it.
		expect(reports.slice(0, 3)).toEqual([]);
		store.close();
	}, 120_000);
});
