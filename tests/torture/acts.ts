import { surely } from '../../entrypoints/shared/page/write-queue.ts';
import type { StoreCommands } from '../../entrypoints/shared/store-handlers.ts';
import { COLORS } from '../../utils/domain/color.ts';
import { Fault, type Result } from '../../utils/domain/fault.ts';
import type { LibraryPart } from '../../utils/domain/library-part.ts';
import type { Sender } from '../../utils/messaging/channel.ts';
import type { ExchangeStore } from '../../utils/storage/exchange-store.ts';
import type { LibraryStore } from '../../utils/storage/library-store.ts';
import { at, candidate, draft, fingerprintOf, uuid, version } from '../storage/build.ts';

/** What a reader acts through: messages to the background, and the stores of the extension's own pages. */
export interface Hands {
	readonly send: Sender<StoreCommands>;
	readonly library: LibraryStore;
	readonly exchange: ExchangeStore;
}

/** An act as plain data, so that it can be done again elsewhere and leave the same. */
export interface TortureAct {
	readonly name: string;
	/** Another one for each act: its time, and what it makes anew. */
	readonly n: number;
	/** Identity keys of the article it is done on. */
	readonly keys: readonly string[];
	/** Annotations it is done on, standing or in the trash as the act needs them. */
	readonly ids: readonly string[];
	readonly parts: readonly LibraryPart[];
}

export type Way = 'message' | 'page';

type Perform = (hands: Hands, act: TortureAct) => Promise<unknown>;

const typed = (n: number) => `words typed in act ${n}, ${'è'.repeat(n % 40)}`;
const colorOf = (n: number) => COLORS[n % COLORS.length]!;

function copyOf({ keys, n }: TortureAct) {
	const url = keys.find((key) => key.startsWith('url:'))?.slice(4);
	const address = url ?? `file:///copy-${n % 7}`;
	const facts = {
		title: '一篇文章',
		dir: 'ltr' as const,
		...(url && { url, edition: 'cn' as const, lang: 'zh-Hans' }),
	};
	return {
		article: candidate({ facts, keys, address }),
		version: version({ fingerprint: fingerprintOf(1 + (n % 5)), address, text: `一篇文章\n正文 ${n % 5}` }),
	};
}

/** By message, sent as a page sends it: where no answer comes, once more. */
const sent =
	(request: (send: Sender<StoreCommands>, act: TortureAct) => Promise<Result<unknown>>): Perform =>
	async ({ send }, act) =>
		passOn(await surely(() => request(send, act)));

function passOn(result: Result<unknown>): unknown {
	if (result.ok) return result.value;
	throw new Fault(result.fault);
}

/** Undoing twice is not undoing once: it is sent once, as pages send it. */
const step =
	(direction: 'undo' | 'redo'): Perform =>
	async ({ send, library }, { keys, n }) => {
		const { article } = await library.openArticle(keys);
		if (!article) return;
		passOn(await send(direction, { articleId: article.id, at: at(n) }));
	};

const articleIds = async (library: LibraryStore, keys: readonly string[]) => {
	const { article } = await library.openArticle(keys);
	return article ? [article.id] : [];
};

const place = (act: TortureAct) => ({
	...copyOf(act),
	id: act.ids[0]!,
	selectors: draft({}, 100 + act.n).selectors,
	at: at(act.n),
});

const ACTS = {
	create: sent((send, act) =>
		send('createAnnotation', { ...copyOf(act), draft: draft({}, act.n), id: uuid(act.n), at: at(act.n) }),
	),
	'edit a note': sent((send, { ids, n }) =>
		send('editAnnotation', { id: ids[0]!, changes: { note: typed(n) }, at: at(n), session: uuid(900_000 + (n >> 2)) }),
	),
	'change a colour': sent((send, { ids, n }) =>
		send('editAnnotation', { id: ids[0]!, changes: { color: colorOf(n), tags: [`t${n % 9}`] }, at: at(n) }),
	),
	'move bounds': sent((send, act) => send('reattachAnnotation', place(act))),
	merge: sent((send, act) => send('mergeAnnotations', { ...place(act), others: act.ids.slice(1) })),
	split: sent((send, act) =>
		send('splitAnnotation', { ...place(act), secondId: uuid(act.n), second: draft({}, 200 + act.n).selectors }),
	),
	delete: sent((send, { ids, n }) => send('deleteAnnotation', { id: ids[0]!, at: at(n) })),
	undo: step('undo'),
	redo: step('redo'),
	'note on the article': sent((send, act) =>
		send('noteArticle', { article: copyOf(act).article, note: typed(act.n), at: at(act.n) }),
	),
	'keep a version': sent((send, act) => send('keepArticle', { ...copyOf(act), at: at(act.n) })),
	'trash annotations': ({ library }, { ids, n }) => library.deleteAnnotations(ids, at(n)),
	'trash an article': async ({ library }, { keys, n }) =>
		library.deleteArticles(await articleIds(library, keys), at(n)),
	restore: ({ library }, { ids, n }) => library.restore({ annotations: ids }, at(n)),
	'change many': ({ library }, { ids, n }) => library.changeMany(ids, { color: colorOf(n), addTags: ['m'] }, at(n)),
	'empty the trash': ({ library }) => library.emptyTrash(),
	'purge the trash': ({ library }, { n }) => library.purgeTrash(at(n + 31 * 24 * 60)),
	'undo in the library': ({ library }, { n }) => library.undoLast(at(n)),
	'redo in the library': ({ library }, { n }) => library.redoLast(at(n)),
	'begin an import': ({ library }, { n }) => library.startImport(uuid(n), at(n)),
	'import saved articles': async ({ library }, act) => {
		const [last] = await library.listImports();
		const copies = [act.keys, [`url:https://www.rfi.fr/cn/saved-${act.n}`]].map((keys, index) => ({
			...copyOf({ ...act, keys }),
			...(last && { file: { importId: last.id, path: `${act.n}-${index}`, size: 1, modified: 1 } }),
		}));
		return await library.keepArticles(copies, at(act.n));
	},
	'import data': ({ exchange }, { parts, n }) => exchange.importParts(pages(parts), { at: at(n) }),
	'restore a backup': ({ exchange }, { parts, n }) => exchange.importParts(pages(parts), { at: at(n), isWhole: true }),
} satisfies Record<string, Perform>;

export type ActName = keyof typeof ACTS;
export const ACT_NAMES = Object.keys(ACTS) as ActName[];

const BY_MESSAGE = ACT_NAMES.slice(0, ACT_NAMES.indexOf('trash annotations'));

/** Whether the background writes for the act, or the page of the extension in which it is done. */
export function wayOf(name: string): Way {
	return BY_MESSAGE.includes(name as ActName) ? 'message' : 'page';
}

function pages(parts: readonly LibraryPart[]) {
	const left = parts.map((part) => [part]);
	return () => left.shift();
}

/** Does an act; what the reader is told of it. */
export async function perform(hands: Hands, act: TortureAct): Promise<Result<undefined>> {
	try {
		await (ACTS as Record<string, Perform>)[act.name]!(hands, act);
		return { ok: true, value: undefined };
	} catch (error) {
		if (error instanceof Fault) return { ok: false, fault: error.code };
		throw error;
	}
}
