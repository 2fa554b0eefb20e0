import { browser } from 'wxt/browser';
import type { Recognition } from '../../../utils/article/recognise.ts';
import { anyPageScope, articleScope } from '../../../utils/article/scope.ts';
import { createSender, type Sender } from '../../../utils/messaging/channel.ts';
import type { BackgroundCommands } from '../../../utils/messaging/protocol.ts';
import { createHighlightPainter, pageSurface } from '../../../utils/painting/highlight-painter.ts';
import { lastColorSetting } from '../last-color.ts';
import { createLiveSettings } from '../live-settings.ts';
import { setVocabulary, translate } from '../translate.ts';
import { startAnnotator } from './annotator.ts';
import { answerPanel } from './answer-panel.ts';
import { installKeystrokeGuard } from './keystroke-guard.ts';
import { type AskedAhead, beginHandoff, currentHandoff, type PageHandoff } from './page-handoff.ts';
import { createPlainNotice } from './plain-notice.ts';
import { explainSilence } from './reload-guard.ts';
import type { CheckedAhead } from './stored-reading.ts';
import { offerReader } from './text-copy.ts';
import { watchUnexpected } from './watch-unexpected.ts';

const ASKED_FOR: Recognition = { kind: 'not-article', reason: 'the reader asked for it' };

/** Starts annotating the page this script was put into: joins the page, the background and the annotator. */
export async function annotatePage(): Promise<void> {
	// Put in while the page is being read: for its address alone. Later: for an article, or because the reader asked.
	const isEarly = document.readyState === 'loading';
	const handoff =
		currentHandoff() ??
		beginHandoff({ guard: installKeystrokeGuard(window, false), looked: Promise.resolve(ASKED_FOR) });
	handoff.isAnnotatorHere = true;
	const send = createSender<BackgroundCommands>((message) => browser.runtime.sendMessage(message), explainSilence);

	const recognition = await handoff.looked;
	if (handoff.annotating || (isEarly && recognition.kind === 'not-article')) return;
	handoff.annotating = true;

	handoff.settings = createLiveSettings(
		async (language) => {
			const answer = await send('getMessages', { language });
			return answer.ok ? answer.value : undefined;
		},
		(vocabulary) => {
			setVocabulary(vocabulary);
			handoff.vocabulary = vocabulary;
		},
	);
	const { settings } = handoff;
	const loadInterface = async () => {
		const [mountInterface] = await Promise.all([
			loadMember(send, handoff, 'interface', 'mountInterface'),
			settings.words(),
		]);
		return mountInterface;
	};
	if (recognition.kind === 'article' && recognition.form === 'archive-text') {
		const readTextCopy = await loadMember(send, handoff, 'extractor', 'readTextCopy');
		return readTextCopy && offerReader(window, send, readTextCopy, loadInterface, handoff.guard);
	}
	const copy = translate('copyText');
	const notice = createPlainNotice(document, () => ({ message: translate('faultDisconnected'), copy }));
	const broken = createPlainNotice(document, () => ({
		message: translate('unexpected'),
		copy,
		close: translate('close'),
	}));
	watchUnexpected(window, browser.runtime.getURL('/'), async (error) => {
		// In a page that an updated or removed extension left behind errors are no surprise: that is said otherwise.
		const { ok } = await send('noteUnexpected', error);
		if (ok) broken.show('');
	});
	const annotator = startAnnotator({
		window,
		guard: handoff.guard,
		source: {
			address: location.href,
			recognition,
			findScope: () => (recognition.kind === 'article' ? articleScope(document, recognition) : anyPageScope(document)),
		},
		painter: createHighlightPainter(pageSurface()),
		send,
		asked: answered(handoff.asked),
		loadInterface,
		extract: async (version) => {
			await idle();
			const extract = await loadMember(send, handoff, 'extractor', 'extract');
			return (await extract?.(version)) ?? version;
		},
		settings,
		lastColor: lastColorSetting,
		now: () => new Date().toISOString(),
		newId: () => crypto.randomUUID(),
		disconnected: (draftText) => notice.show(draftText),
	});
	answerPanel(annotator);
}

/** What was asked ahead: checked as every answer is. */
function answered(asked: AskedAhead | undefined): CheckedAhead | undefined {
	if (asked === undefined) return undefined;
	const { key, answer } = asked;
	return { key, answer: createSender<BackgroundCommands>(() => answer)('openArticle', { keys: [key] }) };
}

/** Has another script of ours put into this page, and takes what it leaves in the handoff. */
async function loadMember<Name extends 'mountInterface' | 'extract' | 'readTextCopy'>(
	send: Sender<BackgroundCommands>,
	handoff: PageHandoff,
	script: 'interface' | 'extractor',
	member: Name,
): Promise<PageHandoff[Name]> {
	if (handoff[member] === undefined) await send('loadScript', { script });
	return handoff[member];
}

/** Extraction is the most expensive step there is, and the reader has just acted: it waits until the page has nothing to do. */
function idle(): Promise<void> {
	return new Promise((resolve) => {
		if ('requestIdleCallback' in window) window.requestIdleCallback(() => resolve(), { timeout: 2000 });
		else setTimeout(resolve, 200);
	});
}
