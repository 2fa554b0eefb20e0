import { describe } from '../../../utils/anchoring/describe.ts';
import type { Annotation, Draft, Instant } from '../../../utils/domain/annotation.ts';
import type { VersionCandidate } from '../../../utils/domain/article.ts';
import { COLORS, type Color } from '../../../utils/domain/color.ts';
import type { FaultCode, Result } from '../../../utils/domain/fault.ts';
import type { TextQuoteSelector } from '../../../utils/domain/selector.ts';
import { textFragmentUrl } from '../../../utils/exchange/text-fragment.ts';
import type { Sender } from '../../../utils/messaging/channel.ts';
import type { AnnotationChanges, BackgroundCommands, PageReport } from '../../../utils/messaging/protocol.ts';
import { passagesAt } from '../../../utils/painting/hit-test.ts';
import type { Painter } from '../../../utils/painting/painter.ts';
import { createAnnotationsView, passageOf, type ShownAnnotation } from './annotations-view.ts';
import { createInterfaceHolder } from './interface-holder.ts';
import type { KeystrokeGuard } from './keystroke-guard.ts';
import { type PageArticle, type PageArticleSource, readPageArticle } from './page-article.ts';
import type { MountInterface, PageInterfaceActions } from './page-interface.ts';
import { watchRendering } from './render-watch.ts';
import { type ArticleSelection, boxesOf, currentSelection, watchSelection } from './selection-watch.ts';
import { isEditable, type Shortcut, shortcutOf } from './shortcut.ts';

/** What an annotator needs of the world: the page, the store's door, and what only entry points know. */
export interface AnnotatorSurroundings {
	readonly window: Window;
	readonly guard: KeystrokeGuard;
	readonly source: PageArticleSource;
	readonly painter: Painter;
	readonly send: Sender<BackgroundCommands>;
	readonly loadInterface: () => Promise<MountInterface | undefined>;
	/** Adds the HTML of the article to a version; absent where the version is known to the store already. */
	readonly extract?: (version: VersionCandidate) => Promise<VersionCandidate>;
	readonly translate: (key: 'announceHighlighted' | 'announceDeleted' | 'announceUndone' | 'announceRedone') => string;
	readonly lastColor: { read(): Promise<Color | undefined>; write(color: Color): void };
	readonly now: () => Instant;
	readonly newId: () => string;
	/** The extension is gone from under this page; says so without it. `draftText` is what the reader would lose. */
	readonly disconnected: (draftText: string) => void;
}

export interface Annotator {
	report(): Promise<PageReport>;
	reveal(id: string): boolean;
	/** Something about this article was stored elsewhere. */
	changed(articleId: string): void;
	/** Resolves when all that was stored has been looked for and drawn. */
	readonly ready: Promise<void>;
	stop(): void;
}

/** How long a passage that was jumped to stays marked, in milliseconds. */
const FOCUS_MS = 1600;

/** Annotates the article of a page; undefined where the page holds none. */
export function startAnnotator(surroundings: AnnotatorSurroundings): Annotator | undefined {
	const { window, guard, source, painter, send, now, newId, translate } = surroundings;
	const firstReading = readPageArticle(window.document, source);
	if (firstReading === undefined) return undefined;
	let article: PageArticle = firstReading;
	const view = createAnnotationsView(window, painter, article.text);
	const stopped = new AbortController();
	const { signal } = stopped;
	let articleId: string | undefined;
	let lastColor: Color = COLORS[0];
	let dismissed: string | undefined;
	let openId: string | undefined;
	let lastWrite: Promise<unknown> = Promise.resolve();
	let retry: (() => void) | undefined;
	let versionKept = false;

	const actions: PageInterfaceActions = {
		highlight: (color) => void highlight(color),
		highlightAndNote: () => void highlightAndNote(),
		dismissToolbar,
		changeColor: (color) => openId !== undefined && edit(openId, { color }),
		saveCard: (content) => openId !== undefined && edit(openId, content),
		closeCard,
		deleteAnnotation: () => openId !== undefined && remove(openId),
		undo: () => void step('undo'),
		retry: () => {
			ui.update({ notice: undefined });
			retry?.();
		},
		copyDraft: () => {
			const { notice } = ui.state;
			if (notice?.kind === 'fault') copy(notice.draftText);
		},
		dismissNotice: () => ui.update({ notice: undefined }),
		openNoteOutside: () => openId !== undefined && void send('editNoteOutside', { id: openId }),
		openInReader: () => {},
		copyQuote: () => copy(selectedQuote()?.exact ?? ''),
		copyLink: () => copy(linkToSelection()),
	};
	const ui = createInterfaceHolder(surroundings.loadInterface, guard, actions, article.facts.dir);

	// ---- the store --------------------------------------------------------------------------------------------------

	/** Writes one after the other, in the order of the reader's acts. */
	function write<T>(act: () => Promise<Result<T>>): Promise<Result<T>> {
		const result = lastWrite.then(act);
		lastWrite = result;
		return result;
	}

	function complain(fault: FaultCode, draftText: string, again?: () => void): void {
		if (fault === 'disconnected') return surroundings.disconnected(draftText);
		retry = again;
		ui.update({ notice: { kind: 'fault', fault, draftText, canRetry: again !== undefined } });
	}

	async function load(): Promise<void> {
		const { keys } = await article.candidate();
		const stored = await send('openArticle', { keys });
		if (signal.aborted) return;
		if (!stored.ok) return complain(stored.fault, '', () => void load());
		articleId = stored.value.article?.id ?? articleId;
		await view.reconcile(stored.value.annotations);
		refreshCard();
	}

	async function create(draft: Draft, annotation: Annotation): Promise<void> {
		const at = annotation.created;
		const [candidate, version] = await Promise.all([article.candidate(), article.version(at)]);
		const result = await write(() =>
			send('createAnnotation', { article: candidate, version, draft, id: annotation.id, at }),
		);
		if (result.ok) {
			articleId = result.value.articleId;
			// What the reader changed meanwhile is newer than this answer.
			if (view.get(annotation.id)?.annotation === annotation) view.replace(result.value);
			void keepVersion(version);
			return;
		}
		view.remove(annotation.id);
		if (openId === annotation.id) closeCard();
		complain(result.fault, [draft.selectors.quote.exact, draft.note].filter(Boolean).join('\n\n'), () => {
			showAt(annotation, draft);
			void create(draft, annotation);
		});
	}

	/** Keeps the article itself beside its first annotation, so that it can be read when the page is gone. */
	async function keepVersion(version: VersionCandidate): Promise<void> {
		if (versionKept || surroundings.extract === undefined) return;
		versionKept = true;
		const complete = await surroundings.extract(version);
		await send('keepArticle', { article: await article.candidate(), version: complete, at: now() });
	}

	function edit(id: string, changes: AnnotationChanges): void {
		const before = view.get(id)?.annotation;
		if (before === undefined) return;
		const at = now();
		view.replace({ ...before, ...changes, modified: at });
		refreshCard();
		if (changes.color !== undefined) rememberColor(changes.color);
		void write(() => send('editAnnotation', { id, changes, at })).then((result) => {
			if (result.ok) return;
			if (view.get(id)?.annotation.modified === at) view.replace(before);
			refreshCard();
			complain(result.fault, changes.note ?? '', () => edit(id, changes));
		});
	}

	function remove(id: string): void {
		const before = view.get(id);
		if (before === undefined) return;
		closeCard();
		view.remove(id);
		ui.update({ notice: { kind: 'deleted' } });
		ui.announce(translate('announceDeleted'));
		void write(() => send('deleteAnnotation', { id, at: now() })).then((result) => {
			if (result.ok) return;
			if (before.outcome !== undefined) view.show(before.annotation, before.outcome);
			complain(result.fault, '', () => remove(id));
		});
	}

	async function step(direction: 'undo' | 'redo'): Promise<void> {
		ui.update({ notice: undefined });
		const id = articleId;
		if (id === undefined) return;
		const result = await write(() => send(direction, { articleId: id, at: now() }));
		if (!result.ok) return complain(result.fault, '', () => void step(direction));
		if (result.value === undefined) return;
		ui.announce(translate(direction === 'undo' ? 'announceUndone' : 'announceRedone'));
		await load();
	}

	// ---- annotating -------------------------------------------------------------------------------------------------

	function selection(): ArticleSelection | undefined {
		return currentSelection(window, article.text);
	}

	function showAt(annotation: Annotation, { selectors: { position } }: Draft): void {
		view.show(annotation, { state: 'anchored', start: position.start, end: position.end });
	}

	function highlight(color: Color = lastColor): Annotation | undefined {
		const selected = selection();
		const selectors = selected && describe(article.text, selected);
		if (selectors === undefined) return undefined;
		const draft: Draft = { selectors, color, style: 'solid', note: '', tags: [] };
		const at = now();
		const annotation: Annotation = {
			...draft,
			id: newId(),
			articleId: articleId ?? '',
			version: '',
			created: at,
			modified: at,
		};
		showAt(annotation, draft);
		rememberColor(color);
		window.getSelection()?.removeAllRanges();
		ui.update({ selection: undefined });
		ui.announce(translate('announceHighlighted'));
		void create(draft, annotation);
		return annotation;
	}

	function highlightAndNote(): void {
		const annotation = highlight();
		if (annotation !== undefined) openCard(annotation.id, true);
	}

	function selectedQuote(): TextQuoteSelector | undefined {
		const selected = selection();
		return selected && describe(article.text, selected)?.quote;
	}

	function linkToSelection(): string {
		const quote = selectedQuote();
		const { url, lang } = article.facts;
		if (quote === undefined) return '';
		return textFragmentUrl(url ?? source.address, quote, lang, article.text.text);
	}

	function copy(text: string): void {
		if (text === '') return;
		void window.navigator.clipboard
			.writeText(text)
			.then(() => ui.update({ selection: undefined, notice: { kind: 'copied' } }));
	}

	function rememberColor(color: Color): void {
		lastColor = color;
		surroundings.lastColor.write(color);
	}

	// ---- the card ---------------------------------------------------------------------------------------------------

	function openCard(id: string, writing: boolean): void {
		openId = id;
		refreshCard(writing);
	}

	function refreshCard(writing = ui.state.card?.writing ?? false): void {
		const entry = openId === undefined ? undefined : view.get(openId);
		if (entry?.range === undefined || entry.outcome === undefined) return closeCard();
		const { annotation, outcome, range } = entry;
		ui.update({ card: { annotation, outcome, boxes: boxesOf(range), writing, canType: guard.early } });
	}

	function closeCard(): void {
		openId = undefined;
		if (ui.state.card !== undefined) ui.update({ card: undefined });
	}

	function dismissToolbar(): void {
		const selected = selection();
		dismissed = selected && `${selected.start}-${selected.end}`;
		ui.update({ selection: undefined });
	}

	function clicked(event: MouseEvent): void {
		if (!event.isTrusted || event.button !== 0 || event.target === guard.host) return;
		const onLink = event.target instanceof Element && event.target.closest('a[href], button') !== null;
		if (openId !== undefined) closeCard();
		if (onLink || window.getSelection()?.isCollapsed === false) return;
		const hit = annotationsAt(event)[0];
		if (hit !== undefined) openCard(hit.annotation.id, false);
	}

	function annotationsAt({ clientX, clientY }: MouseEvent): ShownAnnotation[] {
		const candidates = view.inReadingOrder().flatMap((entry) => {
			const { outcome, range } = entry;
			if (range === undefined || outcome === undefined || outcome.state === 'orphan') return [];
			return [{ entry, range, length: outcome.end - outcome.start }];
		});
		return passagesAt({ x: clientX, y: clientY }, candidates).map(({ entry }) => entry);
	}

	// ---- listening --------------------------------------------------------------------------------------------------

	function selectionChanged(): void {
		const selected = selection();
		if (selected === undefined) {
			dismissed = undefined;
			if (ui.state.selection !== undefined) ui.update({ selection: undefined });
		} else if (dismissed !== `${selected.start}-${selected.end}` && !isEditable(window.document.activeElement)) {
			dismissed = undefined;
			ui.update({ selection: selected.boxes });
		}
	}

	function act(shortcut: Shortcut): boolean {
		switch (shortcut.kind) {
			case 'undo':
			case 'redo':
				if (articleId === undefined) return false;
				void step(shortcut.kind);
				return true;
			case 'dismiss':
				if (ui.state.card !== undefined) closeCard();
				else if (ui.state.selection !== undefined) dismissToolbar();
				else return false;
				return true;
			case 'highlight':
				return highlight(shortcut.color) !== undefined;
			case 'note':
				if (selection() === undefined) return false;
				highlightAndNote();
				return true;
		}
	}

	guard.onPageKey = (event) => {
		if (isEditable(event.composedPath()[0] ?? event.target)) return false;
		const shortcut = shortcutOf(event);
		return shortcut !== undefined && act(shortcut);
	};

	function follow(): void {
		if (ui.state.selection !== undefined) selectionChanged();
		if (ui.state.card !== undefined) refreshCard();
	}

	function rendered(): void {
		painter.heal();
		const again = readPageArticle(window.document, source);
		if (again === undefined) return;
		article = again;
		void view.relocate(again.text).then(() => refreshCard());
	}

	watchSelection(window, selectionChanged, signal);
	watchRendering(
		window,
		() => article.scope.root,
		() => guard.host,
		rendered,
		signal,
	);
	window.addEventListener('click', clicked, { capture: true, signal });
	window.addEventListener('scroll', () => window.requestAnimationFrame(follow), {
		capture: true,
		passive: true,
		signal,
	});
	window.addEventListener('resize', follow, { signal });
	window.document.addEventListener('visibilitychange', () => painter.heal(), { signal });
	void surroundings.lastColor.read().then((color) => {
		lastColor = color ?? lastColor;
	});

	return {
		ready: load(),
		async report() {
			const { facts, recognised } = article;
			const { keys } = await article.candidate();
			return { kind: 'article', facts, keys, recognised, outcomes: view.outcomes() };
		},
		reveal(id) {
			const entry = view.get(id);
			if (entry?.range === undefined) return false;
			const at = boxesOf(entry.range)[0];
			if (at !== undefined) {
				const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
				window.scrollBy({ top: at.top - window.innerHeight / 3, behavior: calm ? 'instant' : 'smooth' });
			}
			painter.focus(passageOf(entry, entry.range));
			window.setTimeout(() => painter.focus(undefined), FOCUS_MS);
			return true;
		},
		changed(id) {
			if (articleId === undefined || id === articleId) void load();
		},
		stop() {
			stopped.abort();
			guard.onPageKey = undefined;
			view.stop();
			ui.stop();
		},
	};
}
