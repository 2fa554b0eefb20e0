import type { NoticeContent } from '../../../components/page/page-notice.tsx';
import type { Annotation, Draft } from '../../../utils/domain/annotation.ts';
import { COLORS, type Color } from '../../../utils/domain/color.ts';
import type { FaultCode } from '../../../utils/domain/fault.ts';
import { type ChineseEdition, twinEditionOf } from '../../../utils/domain/twin.ts';
import { textFragmentUrl } from '../../../utils/exchange/text-fragment.ts';
import type { PageReport } from '../../../utils/messaging/protocol.ts';
import { createAnnotationsView } from './annotations-view.ts';
import type { AnnotatorSurroundings } from './annotator-surroundings.ts';
import { createCardControl } from './card-control.ts';
import { createInterfaceHolder } from './interface-holder.ts';
import { type PageArticle, readPageArticle } from './page-article.ts';
import type { PageInterfaceActions } from './page-interface.ts';
import { createReattachControl } from './reattach-control.ts';
import { watchRendering } from './render-watch.ts';
import { revealPassage } from './reveal-passage.ts';
import { createSelectionControl } from './selection-control.ts';
import { watchSelection } from './selection-watch.ts';
import { isEditable, type Shortcut, shortcutOf } from './shortcut.ts';
import { createStoredActs } from './stored-acts.ts';
import { type AnnotatedArticle, createVersionKeeper } from './version-keeper.ts';
import { whenIdle } from './when-idle.ts';

export interface Annotator {
	/** What the page tells of itself; `brief` leaves the annotations out. */
	report(brief: boolean): Promise<PageReport>;
	reveal(id: string): boolean;
	/** Asks the reader for the words an annotation is to stand on; false where the page does not have it. */
	beginReattaching(id: string): boolean;
	/** Shows the highlights of the article's twin too, or not any more; resolves when they have been looked for. */
	showTwin(shown: boolean): Promise<void>;
	/** Something about this article was stored elsewhere. */
	changed(articleId: string): void;
	/** Resolves when all that was stored has been looked for and drawn. */
	readonly ready: Promise<void>;
	stop(): void;
}

/** Annotations a page tells of at most; half a kilobyte each, and it must not keep the page from answering the reader. */
const MOST_TOLD = 500;

/** Annotates the article of a page; undefined where the page holds none. */
export function startAnnotator(surroundings: AnnotatorSurroundings): Annotator | undefined {
	const { window, guard, source, painter, send, asked, extract, now, newId, translate } = surroundings;
	const firstReading = readPageArticle(window.document, source);
	if (firstReading === undefined) return undefined;
	let article: PageArticle = firstReading;
	let lastColor: Color = COLORS[0];
	let retry: (() => void) | undefined;
	const stopped = new AbortController();
	const { signal } = stopped;

	const actions: PageInterfaceActions = {
		highlight: (color) => void highlight(color),
		highlightAndNote: () => void highlightAndNote(),
		copyQuote: () => copy(selection.describe()?.quote.exact ?? ''),
		copyLink: () => copy(linkToSelection()),
		attach: () => reattaching.attach(),
		dismissToolbar: () => dismiss(),
		changeColor: (color) => {
			if (card.openId !== undefined) acts.edit(card.openId, { color });
			rememberColor(color);
		},
		saveCard: (id, content) => acts.edit(id, content),
		closeCard: () => card.close(),
		deleteAnnotation: () => card.openId !== undefined && remove(card.openId),
		undo: () => void step('undo'),
		retry: () => {
			notify(undefined);
			retry?.();
		},
		copyDraft: () => ui.state.notice?.kind === 'fault' && copy(ui.state.notice.draftText),
		dismissNotice: () => {
			reattaching.cancel();
			notify(undefined);
		},
		openNoteOutside: () => card.openId !== undefined && void send('editNoteOutside', { id: card.openId }),
		showChanges: () => {
			const { articleId, version } = (card.openId && view.get(card.openId)?.annotation) || {};
			if (articleId && version) void send('showChanges', { articleId, version });
		},
		openInReader: () => {},
	};
	const ui = createInterfaceHolder(surroundings.loadInterface, guard, actions, article.facts.dir);
	const view = createAnnotationsView(window, painter, article.text, () => article.captured);
	const selection = createSelectionControl(window, ui, () => article.text);
	const card = createCardControl(window, guard, ui, view, () => article.scope.root, twinEdition);
	const reattaching = createReattachControl(
		ui,
		view,
		selection,
		(id, selectors) => {
			acts.reattach(id, selectors);
			notify({ kind: 'reattached' });
			ui.announce(translate('reattached'));
		},
		() => ui.announce(translate('reattachLong')),
	);
	const acts = createStoredActs({
		send,
		view,
		article: () => article,
		asked,
		extract,
		now,
		complain,
		changed: (id) => id === card.openId && card.refresh(),
		handIn: (id) => id === card.openId && card.close(),
	});
	const keeper =
		extract && source.recognition.kind === 'article'
			? createVersionKeeper({ window, send, article: () => article, annotated, extract, now })
			: undefined;

	/** The edition that an annotation shown here is from, where it is not this article's. */
	function twinEdition({ articleId }: Annotation): ChineseEdition | undefined {
		return acts.twinId !== undefined && articleId === acts.twinId ? twinEditionOf(article.facts.edition) : undefined;
	}

	function ownAnnotations(): Annotation[] {
		const all = view.inReadingOrder().map(({ annotation }) => annotation);
		return all.filter((annotation) => twinEdition(annotation) === undefined);
	}

	function annotated(): AnnotatedArticle | undefined {
		const versions = new Set(ownAnnotations().map(({ version }) => version));
		const { articleId } = acts;
		return articleId === undefined || versions.size === 0 ? undefined : { articleId, versions };
	}

	function notify(notice: NoticeContent | undefined): void {
		ui.update({ notice });
	}

	/** A complaint joins the one that still stands: the words of neither are covered, and one retry repeats both. */
	function complain(fault: FaultCode, draftText: string, again: () => void): void {
		if (fault === 'disconnected') return surroundings.disconnected(draftText);
		const standing = ui.state.notice?.kind === 'fault' ? ui.state.notice.draftText : undefined;
		const earlier = standing === undefined ? undefined : retry;
		retry = () => {
			earlier?.();
			again();
		};
		const drafts = [standing, draftText].filter(Boolean).join('\n\n');
		notify({ kind: 'fault', fault, draftText: drafts, canRetry: true });
	}

	function highlight(color: Color = lastColor): Annotation | undefined {
		const selectors = selection.describe();
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
		selection.clear();
		ui.announce(translate('announceHighlighted'));
		return annotation;
	}

	function highlightAndNote(): boolean {
		const annotation = highlight();
		if (annotation !== undefined) card.open(annotation.id, true);
		return annotation !== undefined;
	}

	function remove(id: string): void {
		card.close();
		acts.remove(id);
		notify({ kind: 'deleted' });
		ui.announce(translate('announceDeleted'));
	}

	async function step(direction: 'undo' | 'redo'): Promise<void> {
		notify(undefined);
		if (await acts.step(direction)) ui.announce(translate(direction === 'undo' ? 'announceUndone' : 'announceRedone'));
	}

	function linkToSelection(): string {
		const selectors = selection.describe();
		const { url = source.address, lang } = article.facts;
		return selectors === undefined ? '' : textFragmentUrl(url, selectors.quote, lang, article.text.text);
	}

	function copy(text: string): void {
		if (text === '') return;
		void window.navigator.clipboard.writeText(text).then(() => notify({ kind: 'copied' }));
	}

	function rememberColor(color: Color): void {
		lastColor = color;
		void surroundings.lastColor.write(color);
	}

	/** Acts on a key; false where it means nothing here and the page is to have it. */
	function act(shortcut: Shortcut): boolean {
		switch (shortcut.kind) {
			case 'undo':
			case 'redo':
				if (acts.actedOn === undefined) return false;
				void step(shortcut.kind);
				return true;
			case 'dismiss':
				return dismiss();
			case 'attach':
				return reattaching.attach();
			case 'highlight':
				return !reattaching.isWaiting && highlight(shortcut.color) !== undefined;
			case 'note':
				return !reattaching.isWaiting && highlightAndNote();
		}
	}

	/** Puts away what stands in front; false where nothing does. */
	function dismiss(): boolean {
		if (reattaching.isWaiting) {
			reattaching.cancel();
			selection.dismiss();
		} else if (ui.state.card !== undefined) card.close();
		else if (ui.state.selection !== undefined) selection.dismiss();
		else return false;
		return true;
	}

	guard.onPageKey = (event) => {
		if (isEditable(event.composedPath()[0] ?? event.target)) return false;
		const shortcut = shortcutOf(event);
		if (shortcut?.kind === 'attach' && isControlOutside(event.target)) return false;
		return shortcut !== undefined && act(shortcut);
	};

	/** Enter on a link or a button elsewhere in the page is meant for that. */
	function isControlOutside(target: EventTarget | null): boolean {
		if (!(target instanceof Element) || article.scope.root.contains(target)) return false;
		return target.closest('a[href], button, summary') !== null;
	}

	/** Keeps what is shown beside words beside them. */
	function follow(): void {
		if (ui.state.selection !== undefined) selection.refresh();
		if (card.openId !== undefined) card.refresh();
	}

	function located(): void {
		follow();
		keeper?.consider();
	}

	function rendered(): void {
		painter.heal();
		const again = readPageArticle(window.document, source);
		if (again === undefined) return;
		article = again;
		void view.relocate(again.text).then(located);
	}

	const passively = { capture: true, passive: true, signal };
	watchSelection(window, () => selection.refresh(), signal);
	watchRendering(
		window,
		() => article.scope.root,
		() => guard.host,
		rendered,
		signal,
	);
	window.addEventListener('click', (event) => card.click(event), passively);
	window.addEventListener('scroll', () => window.requestAnimationFrame(follow), passively);
	window.addEventListener('resize', follow, passively);
	window.document.addEventListener('visibilitychange', () => painter.heal(), passively);
	void surroundings.lastColor.read().then((color) => {
		lastColor = color ?? lastColor;
	});
	// Words may have been selected before this script was there. To ask takes a layout, so the page makes its own first.
	whenIdle(window, () => stopped.signal.aborted || selection.refresh());

	return {
		ready: acts.load().then(located),
		async report(brief) {
			const { facts, recognised } = article;
			const { keys } = await article.candidate();
			const annotations = ownAnnotations();
			const isTold = !brief && acts.isLoaded && annotations.length <= MOST_TOLD;
			return {
				kind: 'article',
				facts,
				keys,
				recognised,
				outcomes: view.outcomes(),
				nearest: view.nearest(),
				changes: view.changes(),
				isTwinShown: acts.isTwinShown,
				...(isTold && { annotations }),
			};
		},
		reveal: (id) => revealPassage(window, painter, article.text, view.get(id)),
		beginReattaching(id) {
			const entry = view.get(id);
			if (entry === undefined || twinEdition(entry.annotation) !== undefined) return false;
			card.close();
			return reattaching.begin(id);
		},
		showTwin: async (shown) => await acts.showTwin(shown).then(located),
		changed(id) {
			const isTwins = acts.isTwinShown && (acts.twinId === undefined || id === acts.twinId);
			if (isTwins || acts.articleId === undefined || id === acts.articleId) void acts.load().then(located);
		},
		stop() {
			stopped.abort();
			keeper?.stop();
			guard.onPageKey = undefined;
			view.stop();
			ui.stop();
		},
	};
}
