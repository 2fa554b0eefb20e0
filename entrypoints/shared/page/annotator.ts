import type { NoticeContent } from '../../../components/page/page-notice.tsx';
import { describe } from '../../../utils/anchoring/describe.ts';
import type { Annotation, Draft, Instant } from '../../../utils/domain/annotation.ts';
import type { VersionCandidate } from '../../../utils/domain/article.ts';
import { COLORS, type Color } from '../../../utils/domain/color.ts';
import type { FaultCode } from '../../../utils/domain/fault.ts';
import type { TextQuoteSelector } from '../../../utils/domain/selector.ts';
import { textFragmentUrl } from '../../../utils/exchange/text-fragment.ts';
import type { Sender } from '../../../utils/messaging/channel.ts';
import type { BackgroundCommands, PageReport } from '../../../utils/messaging/protocol.ts';
import { passagesAt } from '../../../utils/painting/hit-test.ts';
import type { Painter } from '../../../utils/painting/painter.ts';
import { createAnnotationsView, passageOf, type ShownAnnotation } from './annotations-view.ts';
import { createInterfaceHolder } from './interface-holder.ts';
import type { KeystrokeGuard } from './keystroke-guard.ts';
import { type PageArticle, type PageArticleSource, readPageArticle } from './page-article.ts';
import type { MountInterface } from './page-interface.ts';
import { watchRendering } from './render-watch.ts';
import { type ArticleSelection, boxesOf, currentSelection, watchSelection } from './selection-watch.ts';
import { isEditable, type Shortcut, shortcutOf } from './shortcut.ts';
import { type AskedAhead, createStoredActs } from './stored-acts.ts';

/** What an annotator needs of the world: the page, the store's door, and what only entry points know. */
export interface AnnotatorSurroundings {
	readonly window: Window;
	readonly guard: KeystrokeGuard;
	readonly source: PageArticleSource;
	readonly painter: Painter;
	readonly send: Sender<BackgroundCommands>;
	/** What was asked of the store ahead of the page, by one identity key. */
	readonly asked?: AskedAhead | undefined;
	readonly loadInterface: () => Promise<MountInterface | undefined>;
	/** Adds the HTML of the article to a version; absent where the store has it already. */
	readonly extract?: (version: VersionCandidate) => Promise<VersionCandidate>;
	readonly translate: (key: 'announceHighlighted' | 'announceDeleted' | 'announceUndone' | 'announceRedone') => string;
	readonly lastColor: { read(): Promise<Color | undefined>; write(color: Color): Promise<void> };
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
	const stopped = new AbortController();
	const { signal } = stopped;
	let lastColor: Color = COLORS[0];
	let dismissed: string | undefined;
	let openId: string | undefined;
	let retry: (() => void) | undefined;

	const view = createAnnotationsView(window, painter, article.text);
	const ui = createInterfaceHolder(
		surroundings.loadInterface,
		guard,
		{
			highlight: (color) => void highlight(color),
			highlightAndNote,
			copyQuote: () => copy(selectedQuote()?.exact ?? ''),
			copyLink: () => copy(linkToSelection()),
			dismissToolbar,
			changeColor: (color) => {
				if (openId !== undefined) acts.edit(openId, { color });
				rememberColor(color);
			},
			saveCard: (id, content) => acts.edit(id, content),
			closeCard,
			deleteAnnotation: () => openId !== undefined && remove(openId),
			undo: () => void step('undo'),
			retry: () => {
				notify(undefined);
				retry?.();
			},
			copyDraft: () => ui.state.notice?.kind === 'fault' && copy(ui.state.notice.draftText),
			dismissNotice: () => notify(undefined),
			openNoteOutside: () => openId !== undefined && void send('editNoteOutside', { id: openId }),
			openInReader: () => {},
		},
		article.facts.dir,
	);
	const acts = createStoredActs({
		send,
		view,
		article: () => article,
		asked: surroundings.asked,
		extract: surroundings.extract,
		now,
		complain,
		changed: (id) => id === openId && refreshCard(),
		handIn: (id) => id === openId && closeCard(),
	});

	function notify(notice: NoticeContent | undefined): void {
		ui.update({ notice });
	}

	function complain(fault: FaultCode, draftText: string, again: () => void): void {
		if (fault === 'disconnected') return surroundings.disconnected(draftText);
		retry = again;
		notify({ kind: 'fault', fault, draftText, canRetry: true });
	}

	// Annotating.

	function selection(): ArticleSelection | undefined {
		return currentSelection(window, article.text);
	}

	function highlight(color: Color = lastColor): Annotation | undefined {
		const selected = selection();
		const selectors = selected && describe(article.text, selected);
		if (selectors === undefined) return undefined;
		const draft: Draft = { selectors, color, style: 'solid', note: '', tags: [] };
		const at = now();
		const annotation = {
			...draft,
			id: newId(),
			articleId: acts.articleId ?? '',
			version: '',
			created: at,
			modified: at,
		};
		acts.create(annotation, draft);
		rememberColor(color);
		window.getSelection()?.removeAllRanges();
		ui.update({ selection: undefined });
		ui.announce(translate('announceHighlighted'));
		return annotation;
	}

	function highlightAndNote(): void {
		const annotation = highlight();
		if (annotation === undefined) return;
		openId = annotation.id;
		refreshCard(true);
	}

	function remove(id: string): void {
		closeCard();
		acts.remove(id);
		notify({ kind: 'deleted' });
		ui.announce(translate('announceDeleted'));
	}

	async function step(direction: 'undo' | 'redo'): Promise<void> {
		notify(undefined);
		if (await acts.step(direction)) ui.announce(translate(direction === 'undo' ? 'announceUndone' : 'announceRedone'));
	}

	function selectedQuote(): TextQuoteSelector | undefined {
		const selected = selection();
		return selected && describe(article.text, selected)?.quote;
	}

	function linkToSelection(): string {
		const quote = selectedQuote();
		const { url, lang } = article.facts;
		return quote === undefined ? '' : textFragmentUrl(url ?? source.address, quote, lang, article.text.text);
	}

	function copy(text: string): void {
		if (text === '') return;
		void window.navigator.clipboard.writeText(text).then(() => notify({ kind: 'copied' }));
	}

	function rememberColor(color: Color): void {
		lastColor = color;
		void surroundings.lastColor.write(color);
	}

	// The card and the toolbar.

	function refreshCard(writing = ui.state.card?.writing ?? false): void {
		const entry = openId === undefined ? undefined : view.get(openId);
		if (entry?.range === undefined || entry.outcome === undefined) return closeCard();
		const { annotation, outcome, range } = entry;
		const column = article.scope.root.getBoundingClientRect();
		ui.update({ card: { annotation, outcome, boxes: boxesOf(range), column, writing, canType: guard.early } });
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

	function clicked(event: MouseEvent): void {
		if (!event.isTrusted || event.button !== 0 || event.target === guard.host) return;
		closeCard();
		const onControl = event.target instanceof Element && event.target.closest('a[href], button') !== null;
		if (onControl || window.getSelection()?.isCollapsed === false) return;
		openId = annotationsAt(event)[0]?.annotation.id;
		if (openId !== undefined) refreshCard(false);
	}

	function annotationsAt({ clientX, clientY }: MouseEvent): ShownAnnotation[] {
		const candidates = view.inReadingOrder().flatMap((entry) => {
			const { outcome, range } = entry;
			if (range === undefined || outcome === undefined || outcome.state === 'orphan') return [];
			return [{ entry, range, length: outcome.end - outcome.start }];
		});
		return passagesAt({ x: clientX, y: clientY }, candidates).map(({ entry }) => entry);
	}

	// Listening.

	/** Acts on a key; false where it means nothing here and the page is to have it. */
	function act(shortcut: Shortcut): boolean {
		switch (shortcut.kind) {
			case 'undo':
			case 'redo':
				if (acts.articleId === undefined) return false;
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
		void view.relocate(again.text).then(follow);
	}

	watchSelection(window, selectionChanged, signal);
	watchRendering(
		window,
		() => article.scope.root,
		() => guard.host,
		rendered,
		signal,
	);
	const passively = { capture: true, passive: true, signal };
	window.addEventListener('click', clicked, passively);
	window.addEventListener('scroll', () => window.requestAnimationFrame(follow), passively);
	window.addEventListener('resize', follow, passively);
	window.document.addEventListener('visibilitychange', () => painter.heal(), passively);
	void surroundings.lastColor.read().then((color) => {
		lastColor = color ?? lastColor;
	});
	// Words may have been selected before this script was there.
	selectionChanged();

	return {
		ready: acts.load(),
		async report() {
			const { facts, recognised } = article;
			const { keys } = await article.candidate();
			return { kind: 'article', facts, keys, recognised, outcomes: view.outcomes() };
		},
		reveal(id) {
			const entry = view.get(id);
			if (entry?.range === undefined) return false;
			const [first] = boxesOf(entry.range);
			if (first !== undefined) {
				const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
				window.scrollBy({ top: first.top - window.innerHeight / 3, behavior: calm ? 'instant' : 'smooth' });
			}
			painter.focus(passageOf(entry, entry.range));
			window.setTimeout(() => painter.focus(undefined), FOCUS_MS);
			return true;
		},
		changed(id) {
			if (acts.articleId === undefined || id === acts.articleId) void acts.load().then(follow);
		},
		stop() {
			stopped.abort();
			guard.onPageKey = undefined;
			view.stop();
			ui.stop();
		},
	};
}
