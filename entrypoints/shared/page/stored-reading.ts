import type { Instant } from '../../../utils/domain/annotation.ts';
import type { StoredArticle, VersionText } from '../../../utils/domain/article.ts';
import type { FaultCode, Result } from '../../../utils/domain/fault.ts';
import type { Sender } from '../../../utils/messaging/channel.ts';
import type { BackgroundCommands } from '../../../utils/messaging/protocol.ts';
import type { AnnotationsView } from './annotations-view.ts';
import type { PageArticle } from './page-article.ts';
import type { WriteQueue } from './write-queue.ts';

/** An answer of the store that is on its way, for one identity key. */
export interface CheckedAhead {
	readonly key: string;
	readonly answer: Promise<Result<StoredArticle>>;
}

export interface StoredReadingOptions {
	readonly send: Sender<BackgroundCommands>;
	readonly view: AnnotationsView;
	/** The article as the page shows it now. */
	readonly article: () => PageArticle;
	readonly asked?: CheckedAhead | undefined;
	readonly now: () => Instant;
	readonly complain: (fault: FaultCode, draftText: string, again: () => void) => void;
}

/** What is stored of the page's article and, where the reader wants it, of its twin; shown as it is read. */
export interface StoredReading {
	/** The article's id, once anything is stored about it. */
	articleId: string | undefined;
	/** True once the store has answered. */
	readonly isLoaded: boolean;
	/** The article's twin in the other Chinese script, while its highlights are shown. */
	readonly twinId: string | undefined;
	readonly isTwinShown: boolean;
	/** Shows what is stored. */
	load(): Promise<void>;
	/** Shows the highlights of the twin too, or not any more. Nothing of them becomes this article's. */
	showTwin(shown: boolean): Promise<void>;
}

export function createStoredReading(options: StoredReadingOptions, queue: WriteQueue): StoredReading {
	const { send, view, article, now, complain } = options;
	let articleId: string | undefined;
	let isLoaded = false;
	let isTwinShown = false;
	let twinId: string | undefined;
	let { asked } = options;

	/** What was asked ahead serves once, and only where it found this very article. */
	async function ask(): Promise<Result<StoredArticle>> {
		const ahead = asked;
		asked = undefined;
		if (ahead !== undefined && ahead.key === `url:${article().facts.url}`) {
			const answer = await ahead.answer;
			if (answer.ok && answer.value.article !== undefined) return answer;
		}
		const { keys } = await article().candidate();
		return await send('openArticle', { keys });
	}

	async function askTwin(): Promise<StoredArticle> {
		const twin = isTwinShown ? await send('openTwin', article().facts) : undefined;
		if (twin?.ok === false) complain(twin.fault, '', () => void load());
		return twin?.ok ? twin.value : { annotations: [] };
	}

	/** The texts that annotations were made on, where the page has another one now: they tell a passage from its like. */
	async function oldTexts({ article: known, annotations }: StoredArticle): Promise<ReadonlyMap<string, VersionText>> {
		if (known === undefined || annotations.length === 0) return new Map();
		const { fingerprint } = await article().version(now());
		const fingerprints = [...new Set(annotations.map(({ version }) => version))].filter((one) => one !== fingerprint);
		if (fingerprints.length === 0) return new Map();
		const texts = await send('readVersions', { articleId: known.id, fingerprints });
		return new Map(texts.ok ? Object.entries(texts.value) : []);
	}

	async function load(): Promise<void> {
		// One that is begun while those before it are waited for is none of those waited for.
		const [before, wasTwinShown] = [queue.begun, isTwinShown];
		await queue.settled();
		const [stored, twin] = await Promise.all([ask(), askTwin()]);
		// An act begun meanwhile is shown already; this answer may not know of it.
		if (queue.begun !== before || isTwinShown !== wasTwinShown) return await load();
		if (!stored.ok) return complain(stored.fault, '', () => void load());
		articleId = stored.value.article?.id;
		isLoaded = true;
		twinId = twin.article?.id;
		const both = [stored.value, twin];
		await view.reconcile(
			both.flatMap(({ annotations }) => annotations),
			async () => new Map((await Promise.all(both.map(oldTexts))).flatMap((texts) => [...texts])),
		);
	}

	return {
		get articleId() {
			return articleId;
		},
		set articleId(id) {
			articleId = id;
		},
		get isLoaded() {
			return isLoaded;
		},
		get twinId() {
			return twinId;
		},
		get isTwinShown() {
			return isTwinShown;
		},
		load,
		async showTwin(shown) {
			if (shown === isTwinShown) return;
			isTwinShown = shown;
			await load();
		},
	};
}
