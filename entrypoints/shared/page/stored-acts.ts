import type { Annotation, Draft, Instant } from '../../../utils/domain/annotation.ts';
import type { StoredArticle, VersionCandidate, VersionText } from '../../../utils/domain/article.ts';
import type { FaultCode, Result } from '../../../utils/domain/fault.ts';
import type { Selectors } from '../../../utils/domain/selector.ts';
import type { Sender } from '../../../utils/messaging/channel.ts';
import type { AnnotationChanges, BackgroundCommands } from '../../../utils/messaging/protocol.ts';
import type { AnnotationsView } from './annotations-view.ts';
import type { PageArticle } from './page-article.ts';

/** An answer of the store that is on its way, for one identity key. */
export interface CheckedAhead {
	readonly key: string;
	readonly answer: Promise<Result<StoredArticle>>;
}

export interface StoredActsOptions {
	readonly send: Sender<BackgroundCommands>;
	readonly view: AnnotationsView;
	/** The article as the page shows it now. */
	readonly article: () => PageArticle;
	readonly asked?: CheckedAhead | undefined;
	/** Adds the HTML of the article to a version; absent where the store has it already. */
	readonly extract?: ((version: VersionCandidate) => Promise<VersionCandidate>) | undefined;
	readonly now: () => Instant;
	/** Tells the reader of a fault. `draftText` is what would be lost; `again` repeats the act. */
	readonly complain: (fault: FaultCode, draftText: string, again: () => void) => void;
	/** What is shown of an annotation changed. */
	readonly changed: (id: string) => void;
	/** An annotation is about to be taken back: whoever holds words typed for it hands them in now, by `edit`. */
	readonly handIn: (id: string) => void;
}

/**
 * The reader's acts on a page: shown at once, then stored; taken back and complained of where storing fails.
 * Acts reach the store one after the other, in the order of the reader's hand.
 */
export interface StoredActs {
	/** The article's id, once anything is stored about it. */
	readonly articleId: string | undefined;
	/** True once the store has answered. */
	readonly isLoaded: boolean;
	/** The article's twin in the other Chinese script, while its highlights are shown. */
	readonly twinId: string | undefined;
	readonly isTwinShown: boolean;
	/** The article that the last act was done on, which undo takes back: this one, or its twin. */
	readonly actedOn: string | undefined;
	/** Shows what is stored. */
	load(): Promise<void>;
	/** Shows the highlights of the twin too, or not any more. Nothing of them becomes this article's. */
	showTwin(shown: boolean): Promise<void>;
	create(annotation: Annotation, draft: Draft): void;
	edit(id: string, changes: AnnotationChanges): void;
	/** Gives an annotation words of the page to stand on, as it stands now. */
	reattach(id: string, selectors: Selectors): void;
	remove(id: string): void;
	/** Resolves to whether there was anything to take back or to do again. */
	step(direction: 'undo' | 'redo'): Promise<boolean>;
}

export function createStoredActs(options: StoredActsOptions): StoredActs {
	const { send, view, article, extract, now, complain, changed, handIn } = options;
	let articleId: string | undefined;
	let isLoaded = false;
	let isTwinShown = false;
	let twinId: string | undefined;
	/** Absent where it is this article. */
	let actedOnOther: string | undefined;
	let lastWrite: Promise<unknown> = Promise.resolve();
	let writesBegun = 0;
	/** Annotations that could not be stored; edits of theirs that wait for their turn have nothing to edit. */
	const takenBack = new Set<string>();
	let htmlKept = extract === undefined;
	let { asked } = options;

	function write<T>(act: () => Promise<T>): Promise<T> {
		writesBegun++;
		const result = lastWrite.then(act);
		lastWrite = result;
		return result;
	}

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
		await lastWrite;
		const [before, wasTwinShown] = [writesBegun, isTwinShown];
		const [stored, twin] = await Promise.all([ask(), askTwin()]);
		// An act begun meanwhile is shown already; this answer may not know of it.
		if (writesBegun !== before || isTwinShown !== wasTwinShown) return await load();
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

	function show(annotation: Annotation, { selectors: { position } }: Pick<Draft, 'selectors'>): void {
		view.show(annotation, { state: 'anchored', start: position.start, end: position.end });
		changed(annotation.id);
	}

	async function store(annotation: Annotation, draft: Draft): Promise<void> {
		const { id, created: at } = annotation;
		const [candidate, version] = await Promise.all([article().candidate(), article().version(at)]);
		const result = await surely(() => send('createAnnotation', { article: candidate, version, draft, id, at }));
		if (result.ok) {
			articleId = result.value.articleId;
			void keepHtml(version);
			return;
		}
		handIn(id);
		const latest = view.get(id)?.annotation ?? annotation;
		takenBack.add(id);
		view.remove(id);
		changed(id);
		const { selectors, color, style, note, tags } = latest;
		complain(result.fault, draftText(selectors.quote.exact, note, tags), () =>
			create(latest, { selectors, color, style, note, tags }),
		);
	}

	function create(annotation: Annotation, draft: Draft): void {
		takenBack.delete(annotation.id);
		actedOnOther = undefined;
		show(annotation, draft);
		void write(() => store(annotation, draft));
	}

	/** Keeps the article itself beside its first annotation, so that it can be read when the page is gone. */
	async function keepHtml(version: VersionCandidate): Promise<void> {
		if (htmlKept || extract === undefined) return;
		htmlKept = true;
		const complete = await extract(version);
		const kept = await send('keepArticle', { article: await article().candidate(), version: complete, at: now() });
		htmlKept = kept.ok;
	}

	function actedOn({ articleId: id }: Annotation): void {
		actedOnOther = id === twinId ? id : undefined;
	}

	function edit(id: string, changes: AnnotationChanges): void {
		const before = view.get(id)?.annotation;
		if (before === undefined) return;
		const at = now();
		actedOn(before);
		view.replace({ ...before, ...changes, modified: at });
		changed(id);
		const store = async () =>
			takenBack.has(id) ? undefined : await surely(() => send('editAnnotation', { id, changes, at }));
		void write(store).then((result) => {
			if (result === undefined || result.ok) return;
			if (view.get(id)?.annotation.modified === at) view.replace(before);
			changed(id);
			complain(result.fault, draftText('', changes.note, changes.tags), () => edit(id, changes));
		});
	}

	function reattach(id: string, selectors: Selectors): void {
		const before = view.get(id);
		if (before === undefined) return;
		const at = now();
		actedOn(before.annotation);
		// What the page shows now, and not what it shows when the act's turn comes.
		const copy = Promise.all([article().candidate(), article().version(at)]);
		show({ ...before.annotation, selectors, modified: at }, { selectors });
		const store = async () => {
			if (takenBack.has(id)) return undefined;
			const [candidate, version] = await copy;
			const request = { id, article: candidate, version, selectors, at };
			const result = await surely(() => send('reattachAnnotation', request));
			if (result.ok) void keepHtml(version);
			return result;
		};
		void write(store).then((result) => {
			if (result === undefined || result.ok) return;
			if (view.get(id)?.annotation.modified === at) view.show(before.annotation, before.outcome ?? { state: 'orphan' });
			changed(id);
			complain(result.fault, '', () => reattach(id, selectors));
		});
	}

	function remove(id: string): void {
		const before = view.get(id);
		if (before === undefined) return;
		actedOn(before.annotation);
		view.remove(id);
		changed(id);
		const at = now();
		void write(() => surely(() => send('deleteAnnotation', { id, at }))).then((result) => {
			if (result.ok) return;
			if (before.outcome !== undefined) view.show(before.annotation, before.outcome);
			complain(result.fault, '', () => remove(id));
		});
	}

	async function step(direction: 'undo' | 'redo'): Promise<boolean> {
		await lastWrite;
		const id = actedOnOther ?? articleId;
		if (id === undefined) return false;
		const result = await write(() => send(direction, { articleId: id, at: now() }));
		if (!result.ok) complain(result.fault, '', () => void step(direction));
		if (!result.ok || result.value === undefined) return false;
		await load();
		return true;
	}

	return {
		get articleId() {
			return articleId;
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
		get actedOn() {
			return actedOnOther ?? articleId;
		},
		load,
		async showTwin(shown) {
			if (shown === isTwinShown) return;
			isTwinShown = shown;
			if (!shown) actedOnOther = undefined;
			await load();
		},
		create,
		edit,
		reattach,
		remove,
		step,
	};
}

/** Everything of an annotation that would have to be typed again, as one text to copy. */
function draftText(quote: string, note = '', tags: readonly string[] = []): string {
	return [quote, note, tags.join(', ')].filter(Boolean).join('\n\n');
}

/**
 * Sends an act that may be sent twice, and does so where no answer came: the background may have been killed after it
 * stored the act and before it said so. Only what was not stored may be called so.
 */
async function surely<T>(act: () => Promise<Result<T>>): Promise<Result<T>> {
	const result = await act();
	return !result.ok && result.fault === 'unreachable' ? await act() : result;
}
