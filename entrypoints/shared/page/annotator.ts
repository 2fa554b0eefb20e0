import type { PassagesInView } from '../../../utils/messaging/in-view-port.ts';
import type { PageReport } from '../../../utils/messaging/protocol.ts';
import { createAnnotationsView, type ShownAnnotation } from './annotations-view.ts';
import type { AnnotatorSurroundings } from './annotator-surroundings.ts';
import { createCardControl } from './card-control.ts';
import { createClipboardActs } from './clipboard-acts.ts';
import { createComplaints } from './complaints.ts';
import { createHandActs } from './hand-acts.ts';
import { createHighlightActs } from './highlight-acts.ts';
import { createInterfaceHolder } from './interface-holder.ts';
import { type PageArticle, readPageArticle } from './page-article.ts';
import type { PageInterfaceActions } from './page-interface.ts';
import { answerPageKeys } from './page-keys.ts';
import { passagesInView } from './passages-in-view.ts';
import { createReattachControl } from './reattach-control.ts';
import { watchRendering } from './render-watch.ts';
import { reportPage } from './report-page.ts';
import { revealPassage } from './reveal-passage.ts';
import { createSelectionControl } from './selection-control.ts';
import { watchSelection } from './selection-watch.ts';
import { createStoredActs } from './stored-acts.ts';
import { createTwinDisplay } from './twin-display.ts';
import { createVersionKeeper } from './version-keeper.ts';
import { createWaitingActs } from './waiting-acts.ts';
import { whenIdle } from './when-idle.ts';

export interface Annotator {
	/** The annotations of the article in reading order, with their places. */
	shown(): ShownAnnotation[];
	/** What the page tells of itself; `brief` leaves the annotations out. */
	report(brief: boolean): Promise<PageReport>;
	reveal(id: string): boolean;
	inView(): PassagesInView;
	/** Asks the reader for the words an annotation is to stand on; false where the page does not have it. */
	beginReattaching(id: string): boolean;
	/** Highlights the selected words; false where none of the article are selected. */
	highlight(andNote: boolean): boolean;
	/** Shows the highlights of the article's twin too, or not any more; resolves when they have been looked for. */
	showTwin(shown: boolean): Promise<void>;
	/** Something about this article was stored elsewhere. */
	changed(articleId: string | undefined): void;
	/** Resolves when all that was stored has been looked for and drawn. */
	readonly ready: Promise<void>;
	stop(): void;
}

/** Annotates the article of a page; undefined where the page holds none. */
export function startAnnotator(surroundings: AnnotatorSurroundings): Annotator | undefined {
	const { window, guard, source, painter, send, asked, extract, now, newId, settings } = surroundings;
	const firstReading = readPageArticle(window.document, source);
	if (firstReading === undefined) return undefined;
	let article: PageArticle = firstReading;
	/** Something was written in the card that is open. */
	let isNoteKept = false;
	const stopped = new AbortController();
	const { signal } = stopped;

	const actions: PageInterfaceActions = {
		highlight: (color) => void hand.highlight(color),
		highlightAndNote: () => void hand.highlightAndNote(),
		copyQuote: () => clipboard.copyQuote(),
		copyLink: () => clipboard.copyLink(),
		attach: () => reattaching.attach(),
		dismissToolbar: () => dismiss(),
		changeColor: (color) => {
			if (card.openId !== undefined) hand.recolor(card.openId, color);
			highlights.rememberColor(color);
		},
		changeStyle: (style) => card.openId !== undefined && acts.edit(card.openId, { style }),
		loadTags: async () => {
			const tags = await send('listTags', {});
			return tags.ok ? tags.value : [];
		},
		saveCard(id, content, session, isLeaving) {
			acts.edit(id, content, session);
			if (isLeaving) acts.flush();
			isNoteKept = true;
		},
		closeCard() {
			card.close();
			if (isNoteKept) ui.announce({ kind: 'note-kept' });
			isNoteKept = false;
		},
		deleteAnnotation: () => card.openId !== undefined && hand.remove(card.openId),
		undo: () => hand.undo(),
		retry: () => complaints.retry(),
		copyDraft: () => clipboard.copyText(complaints.draftText),
		dismissNotice: () => {
			reattaching.cancel();
			complaints.dismiss();
		},
		openNoteOutside: () => card.openId !== undefined && void send('editNoteOutside', { id: card.openId }),
		showChanges: () => {
			const { articleId, version } = (card.openId && view.get(card.openId)?.annotation) || {};
			if (articleId && version) void send('showChanges', { articleId, version });
		},
		openInReader: () => {},
	};
	const ui = createInterfaceHolder(surroundings.loadInterface, guard, actions, article.facts.dir, () => ({
		...{ window, ui, view, painter, selection, card, acts, twin, newId, send },
		article: () => article,
		isAttaching: () => reattaching.isWaiting,
	}));
	const view = createAnnotationsView(window, painter, article.text, () => article.captured);
	const complaints = createComplaints(ui, surroundings.disconnected);
	const twin = createTwinDisplay(
		view,
		() => article,
		() => acts,
	);
	const selection = createSelectionControl(
		window,
		ui,
		() => article.text,
		() => (settings.isRead && settings.current.toolbar) || reattaching.isWaiting,
	);
	/** What is selected, or what a reader without a pointer stands on. */
	const chosen = { ...selection, describe: () => selection.describe() ?? ui.tools?.cursor.selectors() };
	const card = createCardControl(window, guard, ui, view, () => article.scope.root, twin.editionOf, newId);
	const reattaching = createReattachControl(ui, view, chosen, (id, selectors) => {
		acts.reattach(id, selectors);
		complaints.notify({ kind: 'reattached' });
		ui.announce({ kind: 'reattached' });
	});
	const acts = createStoredActs({
		send,
		view,
		article: () => article,
		asked,
		extract,
		now,
		complain: complaints.complain,
		withdraw: complaints.withdraw,
		notRepeated: () => complaints.notify({ kind: 'not-repeated' }),
		waiting: createWaitingActs(window, ui),
		changed: (id) => id === card.openId && card.refresh(),
		handIn: (id) => id === card.openId && card.close(),
	});
	const highlights = createHighlightActs({
		selection: chosen,
		acts,
		defaultColor: () => settings.current.defaultColor,
		lastColor: surroundings.lastColor,
		now,
		newId,
		made: (color) => ui.announce({ kind: 'highlighted', color }),
	});
	const hand = createHandActs(ui, selection, highlights, acts, card, complaints);
	const clipboard = createClipboardActs(
		window,
		ui,
		() => article,
		source.address,
		() => (card.openId === undefined ? chosen.describe() : view.get(card.openId)?.annotation.selectors)?.quote,
		(isCopied) => complaints.notify({ kind: isCopied ? 'copied' : 'not-copied' }),
	);
	const keeper =
		extract && source.recognition.kind === 'article'
			? createVersionKeeper({ window, send, article: () => article, annotated: twin.annotated, extract, now })
			: undefined;

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

	answerPageKeys(
		guard,
		() => article.scope.root,
		() => settings.current.keys,
		{
			highlight: (color) => !reattaching.isWaiting && hand.highlight(color),
			note: () => !reattaching.isWaiting && hand.highlightAndNote(),
			attach: () => reattaching.attach(),
			dismiss,
			step: hand.step,
			cursor() {
				ui.withTools(({ cursor }) => cursor.toggle());
				return true;
			},
			toAnnotation(direction) {
				if (view.inReadingOrder().length === 0) return false;
				ui.withTools(({ cursor }) => cursor.toAnnotation(direction));
				return true;
			},
			readingKey: (event) => ui.tools?.cursor.key(event) ?? false,
		},
	);
	settings.changed = () => {
		selection.refresh();
		// The words may be others too.
		ui.update({});
	};

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
		ui.tools?.cursor.rendered();
	}

	const passively = { capture: true, passive: true, signal };
	watchSelection(window, selection.refresh, signal);
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
	window.addEventListener('pagehide', () => acts.flush(), passively);
	window.document.addEventListener('visibilitychange', () => painter.heal(), passively);
	// Words may have been selected before this script was there. To ask takes a layout, so the page makes its own first.
	whenIdle(window, () => stopped.signal.aborted || selection.refresh());

	return {
		ready: acts.load().then(located),
		shown: () => view.inReadingOrder(),
		report: (brief) => reportPage(article, view, acts, twin, brief),
		inView: () => passagesInView(window, article.text, view),
		reveal: (id) => revealPassage(window, painter, article.text, view.get(id)),
		beginReattaching(id) {
			const entry = view.get(id);
			if (entry === undefined || twin.editionOf(entry.annotation) !== undefined) return false;
			card.close();
			return reattaching.begin(id);
		},
		highlight: (andNote) => (andNote ? hand.highlightAndNote() : hand.highlight()),
		showTwin: async (shown) => await acts.showTwin(shown).then(located),
		changed(id) {
			const isTwins = acts.isTwinShown && (acts.twinId === undefined || id === acts.twinId);
			const isOwn = acts.articleId === undefined || id === acts.articleId;
			if (id === undefined || isTwins || isOwn) void acts.load().then(located);
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
