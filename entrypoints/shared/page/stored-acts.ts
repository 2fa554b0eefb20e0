import type { ActReport } from '../../../utils/domain/act.ts';
import type { Annotation, Draft, Instant } from '../../../utils/domain/annotation.ts';
import type { VersionCandidate } from '../../../utils/domain/article.ts';
import type { FaultCode } from '../../../utils/domain/fault.ts';
import type { AnnotationChanges } from '../../../utils/messaging/protocol.ts';
import { createPlacedActs, type PlacedActs, type PlacedActsOptions, type ShownCopy, shownCopy } from './placed-acts.ts';
import { createStoredReading, type StoredReading, type StoredReadingOptions } from './stored-reading.ts';
import { createWriteQueue, surely } from './write-queue.ts';

export interface StoredActsOptions extends StoredReadingOptions, Pick<PlacedActsOptions, 'changed' | 'notRepeated'> {
	/** Adds the HTML of the article to a version; absent where the store has it already. */
	readonly extract?: ((version: VersionCandidate) => Promise<VersionCandidate>) | undefined;
	/** Tells the reader of a fault. `draftText` is what would be lost; `again` repeats the act. */
	readonly complain: (fault: FaultCode, draftText: string, again: () => void, about?: string) => void;
	/** What was complained of is stored. */
	readonly withdraw: (about: string) => void;
	/** Acts wait for the store for so long that the reader is told; none any more. */
	readonly waiting: (count: number) => void;
	/** An annotation is about to be taken back: whoever holds words typed for it hands them in now, by `edit`. */
	readonly handIn: (id: string) => void;
}

/**
 * The reader's acts on a page: shown at once, then stored; taken back and complained of where storing fails.
 * Acts reach the store one after the other, in the order of the reader's hand.
 */
export interface StoredActs extends Readonly<StoredReading>, PlacedActs {
	/** The article that the last act was done on, which undo takes back: this one, or its twin. */
	readonly actedOn: string | undefined;
	create(annotation: Annotation, draft: Draft): void;
	/** Edits of one `session` in a row, what is typed in one sitting, are one act to undo. */
	edit(id: string, changes: AnnotationChanges, session?: string): void;
	/** Sends at once what waits for its turn: the page may be gone the next moment. */
	flush(): void;
	remove(id: string): void;
	/** Resolves to what was taken back or done again; undefined where there was nothing. */
	step(direction: 'undo' | 'redo'): Promise<ActReport | undefined>;
}

export function createStoredActs(options: StoredActsOptions): StoredActs {
	const { send, view, article, extract, now, complain, withdraw, changed, handIn } = options;
	const queue = createWriteQueue(options.waiting);
	const reading = createStoredReading(options, queue);
	const { write } = queue;
	const placed = createPlacedActs({
		...options,
		write,
		begin: actedOn,
		isTakenBack: (id) => takenBack.has(id),
		keepHtml,
	});
	/** Absent where it is this article. */
	let actedOnOther: string | undefined;
	/** Annotations that could not be stored; edits of theirs that wait for their turn have nothing to edit. */
	const takenBack = new Set<string>();
	let htmlKept = extract === undefined;
	/** By annotation, what could not be stored of it and was not stored since. */
	const failed = new Map<string, AnnotationChanges>();
	/** What was typed and waits for its turn, by session and annotation: typed on, it is still one act. */
	const typed = new Map<string, { readonly id: string; changes: AnnotationChanges; at: Instant; session?: string }>();

	function show(annotation: Annotation, { selectors: { position } }: Pick<Draft, 'selectors'>): void {
		view.show(annotation, { state: 'anchored', start: position.start, end: position.end });
		changed(annotation.id);
	}

	async function store(annotation: Annotation, draft: Draft, [candidate, version]: ShownCopy): Promise<void> {
		const { id, created: at } = annotation;
		const result = await surely(() => send('createAnnotation', { article: candidate, version, draft, id, at }));
		if (result.ok) {
			reading.articleId = result.value.articleId;
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
		void write((copy: ShownCopy) => store(annotation, draft, copy), shownCopy(article(), annotation.created));
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
		actedOnOther = id === reading.twinId ? id : undefined;
	}

	function edit(id: string, changes: AnnotationChanges, session?: string): void {
		const before = view.get(id)?.annotation;
		if (before === undefined) return;
		const at = now();
		actedOn(before);
		view.replace({ ...before, ...changes, modified: at });
		changed(id);
		const sitting = `${session} ${id}`;
		const waiting = typed.get(sitting);
		if (waiting !== undefined) return void Object.assign(waiting, { changes: { ...waiting.changes, ...changes }, at });
		const act = session === undefined ? { id, changes, at } : { id, changes, at, session };
		if (session !== undefined) typed.set(sitting, act);
		const store = async () => {
			typed.delete(sitting);
			if (takenBack.has(id)) return undefined;
			return await surely(() => send('editAnnotation', act));
		};
		void write(store).then((result) => {
			if (result === undefined) return;
			const left = without(failed.get(id) ?? {}, act.changes);
			const open = result.ok ? left : { ...left, ...act.changes };
			failed.set(id, open);
			if (Object.keys(open).length === 0) withdraw(id);
			if (result.ok) return;
			if (view.get(id)?.annotation.modified === act.at) view.replace(before);
			changed(id);
			complain(result.fault, draftText('', open.note, open.tags), () => editAgain(id, session), id);
		});
	}

	/** Whatever of an annotation is still not stored; what was typed since counts. */
	function editAgain(id: string, session?: string): void {
		const changes = failed.get(id) ?? {};
		failed.delete(id);
		if (Object.keys(changes).length > 0) edit(id, changes, session);
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

	async function step(direction: 'undo' | 'redo'): Promise<ActReport | undefined> {
		await queue.settled();
		const id = actedOnOther ?? reading.articleId;
		if (id === undefined) return undefined;
		const result = await write(() => send(direction, { articleId: id, at: now() }));
		if (!result.ok) complain(result.fault, '', () => void step(direction));
		if (!result.ok || result.value === undefined) return undefined;
		await reading.load();
		return result.value;
	}

	return {
		get articleId() {
			return reading.articleId;
		},
		get isLoaded() {
			return reading.isLoaded;
		},
		get twinId() {
			return reading.twinId;
		},
		get isTwinShown() {
			return reading.isTwinShown;
		},
		get actedOn() {
			return actedOnOther ?? reading.articleId;
		},
		load: reading.load,
		async showTwin(shown) {
			if (!shown) actedOnOther = undefined;
			await reading.showTwin(shown);
		},
		create,
		edit,
		flush: queue.hurry,
		...placed,
		remove,
		step,
	};
}

/** The changes whose members are none of the others'. */
function without(changes: AnnotationChanges, others: AnnotationChanges): AnnotationChanges {
	return Object.fromEntries(Object.entries(changes).filter(([name]) => !(name in others)));
}

/** Everything of an annotation that would have to be typed again, as one text to copy. */
function draftText(quote: string, note = '', tags: readonly string[] = []): string {
	return [quote, note, tags.join(', ')].filter(Boolean).join('\n\n');
}
