import { browser } from 'wxt/browser';
import type { Instant } from '../../../utils/domain/annotation.ts';
import { Fault, type Result } from '../../../utils/domain/fault.ts';
import { createSender } from '../../../utils/messaging/channel.ts';
import type { BackgroundCommands } from '../../../utils/messaging/protocol.ts';
import type { Store } from '../../../utils/storage/store.ts';

/** What the popup and the panel ask of the store. */
export type PanelStore = Pick<
	Store,
	| 'openArticle'
	| 'openTwin'
	| 'getArticle'
	| 'listAnnotations'
	| 'latestVersion'
	| 'getVersion'
	| 'editAnnotation'
	| 'listTags'
	| 'undo'
	| 'redo'
	| 'noteArticle'
	| 'observe'
> & {
	deleteAnnotation(id: string, at: Instant): Promise<unknown>;
};

/** How often the background is asked again what is stored, in milliseconds: it has no way to tell a popup. */
const ASK_AGAIN_MS = 800;

/**
 * The database, and all that speaks with it: the larger part of the code, loaded when it is first needed. In a private
 * window of Firefox the documents of an extension may store nothing, but its background may: then it is asked.
 */
export async function loadStore(): Promise<PanelStore> {
	const { openStore } = await import('../../../utils/storage/store.ts');
	const store = openStore();
	try {
		await store.getArticle('');
	} catch (error) {
		if (!(error instanceof Fault) || error.code !== 'storage-blocked') return store;
		store.close();
		return backgroundStore();
	}
	return store;
}

function backgroundStore(): PanelStore {
	const send = createSender<BackgroundCommands>((message) => browser.runtime.sendMessage(message));
	return {
		openArticle: async (keys) => told(await send('openArticle', { keys })),
		openTwin: async (clue) => told(await send('openTwin', clue)),
		editAnnotation: async (id, changes, at, session) =>
			told(await send('editAnnotation', { id, changes, at, ...(session && { session }) })),
		listTags: async () => told(await send('listTags', {})),
		deleteAnnotation: async (id, at) => told(await send('deleteAnnotation', { id, at })),
		undo: async (articleId, at) => told(await send('undo', { articleId, at })),
		redo: async (articleId, at) => told(await send('redo', { articleId, at })),
		noteArticle: async (article, note, at) => told(await send('noteArticle', { article, note, at })),
		// Only our reader is followed by the id of its article, and in such a window it can show none.
		getArticle: async () => undefined,
		listAnnotations: async () => [],
		// Makes links to passages more exact where it is known; they work without.
		latestVersion: async () => undefined,
		getVersion: async () => undefined,
		observe: (query, next, failed) => poll(query, next, (error) => failed(codeOf(error))),
	};
}

function poll<T>(query: () => Promise<T>, next: (value: T) => void, failed: (error: unknown) => void): () => void {
	let last: string | undefined;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let ended = false;
	async function ask(): Promise<void> {
		try {
			const value = await query();
			const now = JSON.stringify(value);
			if (!ended && now !== last) next(value);
			last = now;
		} catch (error) {
			if (!ended) failed(error);
			last = undefined;
		}
		if (!ended) timer = setTimeout(() => void ask(), ASK_AGAIN_MS);
	}
	void ask();
	return () => {
		ended = true;
		clearTimeout(timer);
	};
}

function told<T>(result: Result<T>): T {
	if (!result.ok) throw new Fault(result.fault);
	return result.value;
}

const codeOf = (error: unknown) => (error instanceof Fault ? error.code : 'unreachable');
