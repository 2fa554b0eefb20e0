import { readerScope } from '../../../utils/article/scope.ts';
import type { Article, ArticleVersion } from '../../../utils/domain/article.ts';
import { createReceiver, createSender } from '../../../utils/messaging/channel.ts';
import type { BackgroundCommands } from '../../../utils/messaging/protocol.ts';
import { createHighlightPainter, pageSurface } from '../../../utils/painting/highlight-painter.ts';
import type { Store } from '../../../utils/storage/store.ts';
import { lastColorSetting } from '../last-color.ts';
import { createLiveSettings } from '../live-settings.ts';
import { loadMessages } from '../load-messages.ts';
import { notifyTabs } from '../notify-tabs.ts';
import { loadOwn, ownPageHandoff } from '../own-page.ts';
import type { Annotator } from '../page/annotator.ts';
import { answerPanel } from '../page/answer-panel.ts';
import { storeHandlers } from '../store-handlers.ts';
import { comparisonAddress } from './reader-address.ts';

/** Annotates the reader's article just as a page: the same annotator, with the store at hand instead of the background. */
export async function annotateReader(
	store: Store,
	article: Article,
	version: ArticleVersion,
	root: HTMLElement,
): Promise<Annotator | undefined> {
	const receive = createReceiver<Partial<BackgroundCommands>, undefined>(
		{
			...storeHandlers(store, (articleId) => void notifyTabs(articleId)),
			showChanges: async (request) => location.assign(comparisonAddress(request.articleId, request.version, '')),
		},
		(error) => console.error('En marge:', error),
	);
	const handoff = ownPageHandoff();
	handoff.settings = createLiveSettings(loadMessages, (vocabulary) => {
		handoff.vocabulary = vocabulary;
	});
	const { settings } = handoff;
	const scope = readerScope(root);
	const startAnnotator = await loadOwn('startAnnotator');
	const annotator = startAnnotator({
		window,
		guard: handoff.guard,
		source: {
			address: version.address,
			recognition: { kind: 'article', form: 'saved-page', reason: 'stored', ...(article.url && { url: article.url }) },
			findScope: () => scope,
			facts: article,
			keys: article.keys,
			captured: version.captured,
		},
		painter: createHighlightPainter(pageSurface()),
		send: createSender<BackgroundCommands>(async (message) => await receive(message, undefined)),
		loadInterface: async () => {
			const [mountInterface] = await Promise.all([loadOwn('mountInterface'), settings.words()]);
			return mountInterface;
		},
		settings,
		lastColor: lastColorSetting,
		now: () => new Date().toISOString(),
		newId: () => crypto.randomUUID(),
		disconnected: () => {},
	});
	answerPanel(annotator);
	store.observe(
		() => store.listAnnotations(article.id),
		() => annotator?.changed(article.id),
		() => {},
	);
	return annotator;
}
