import { browser } from 'wxt/browser';
import { createReceiver } from '../../../utils/messaging/channel.ts';
import { IN_VIEW_PORT } from '../../../utils/messaging/in-view-port.ts';
import type { PageCommands } from '../../../utils/messaging/protocol.ts';
import type { Annotator } from './annotator.ts';
import { tellInView } from './tell-in-view.ts';

/** Answers the popup, the panel and the background for a page. */
export function answerPanel(annotator: Annotator | undefined): void {
	const receive = createReceiver<PageCommands, undefined>(
		{
			getPage: async ({ brief }) =>
				annotator?.report(brief === true) ?? { kind: 'not-article', reason: 'the page has no article text' },
			revealAnnotation: async ({ id }) => annotator?.reveal(id) ?? false,
			beginReattaching: async ({ id }) => annotator?.beginReattaching(id) ?? false,
			annotateSelection: async ({ note }) => annotator?.highlight(note === true) ?? false,
			showTwin: async ({ shown }) => await annotator?.showTwin(shown === true),
			annotationsChanged: async ({ articleId }) => annotator?.changed(articleId),
		},
		(error) => console.error('En marge:', error),
	);
	browser.runtime.onConnect.addListener((port) => {
		if (port.name === IN_VIEW_PORT && annotator !== undefined) tellInView(window, port, annotator.inView);
	});
	// Not every Chrome that we run in takes a promise for an answer.
	browser.runtime.onMessage.addListener((message: unknown, sender, respond) => {
		const answer = sender.id === browser.runtime.id ? receive(message, undefined) : undefined;
		void answer?.then(respond);
		return answer === undefined ? undefined : true;
	});
}
