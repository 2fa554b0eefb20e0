import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { extractArticle } from '../../utils/article/extract.ts';
import { currentHandoff } from '../shared/page/page-handoff.ts';
import { readTextCopy } from '../shared/read-text-copy.ts';

/** Readability and what belongs to it: brought into a page when the article itself is to be kept. */
export default defineUnlistedScript(() => {
	const handoff = currentHandoff();
	if (handoff === undefined) return;
	handoff.readTextCopy = (source) => readTextCopy(source, location.href);
	handoff.extract = async (version) => ({
		...version,
		html: extractArticle(document, location.href, await handoff.looked).html,
	});
});
