import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { annotatePage } from '../shared/page/annotate-page.ts';
import { startAnnotator } from '../shared/page/annotator.ts';
import { currentHandoff } from '../shared/page/page-handoff.ts';

/** Put into a page that is an article, or that the reader asked to annotate; and into our own reader, which starts it. */
export default defineUnlistedScript(() => {
	const handoff = currentHandoff();
	if (handoff?.isOwnPage) handoff.startAnnotator = startAnnotator;
	else void annotatePage();
});
