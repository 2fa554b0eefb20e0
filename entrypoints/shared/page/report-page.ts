import type { PageReport } from '../../../utils/messaging/protocol.ts';
import type { AnnotationsView } from './annotations-view.ts';
import type { PageArticle } from './page-article.ts';
import type { StoredActs } from './stored-acts.ts';
import type { TwinDisplay } from './twin-display.ts';

/** Annotations a page tells of at most; half a kilobyte each, and it must not keep the page from answering the reader. */
const MOST_TOLD = 500;

/** What the page tells the popup and the panel of itself; `brief` leaves the annotations out. */
export async function reportPage(
	article: PageArticle,
	view: AnnotationsView,
	acts: StoredActs,
	twin: TwinDisplay,
	brief: boolean,
): Promise<PageReport> {
	const { facts, recognised } = article;
	const { keys } = await article.candidate();
	const annotations = twin.ownAnnotations();
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
}
