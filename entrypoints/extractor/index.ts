import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { extractArticle } from '../../utils/article/extract.ts';
import { sanitisedFragment } from '../../utils/article/sanitise.ts';
import { admitInertDocuments } from '../../utils/article/sanitise-strings.ts';
import { currentHandoff } from '../shared/page/page-handoff.ts';
import { readSource } from '../shared/read-source.ts';
import { readTextCopy } from '../shared/read-text-copy.ts';

/** Readability, the sanitiser and what belongs to them: brought into a page when an article itself is to be kept or shown. */
export default defineUnlistedScript(() => {
	const handoff = currentHandoff();
	if (handoff === undefined) return;
	if (handoff.isOwnPage) admitInertDocuments(window);
	handoff.readTextCopy = (source) => readTextCopy(source, location.href);
	handoff.extract = async (version) => ({
		...version,
		html: extractArticle(document, location.href, await handoff.looked).html,
	});
	handoff.readSource = readSource;
	handoff.sanitisedFragment = sanitisedFragment;
});
