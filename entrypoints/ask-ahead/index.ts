import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readRfiAddress } from '../../utils/article/address.ts';
import { nativeApi } from '../shared/page/native-api.ts';
import { currentHandoff } from '../shared/page/page-handoff.ts';

/**
 * Runs after the loader and before the annotator on a page whose address is an article's: asks what is stored about it
 * while the page is still being read and the annotator, a hundred times as long, is still being made ready to run.
 */
export default defineUnlistedScript(() => {
	const handoff = currentHandoff();
	const address = readRfiAddress(location.href);
	if (handoff === undefined || handoff.isAnnotatorHere || address?.kind !== 'dated') return;
	const key = `url:${address.url}`;
	const answer = nativeApi().runtime.sendMessage({ enMarge: 1, name: 'openArticle', request: { keys: [key] } });
	// Where nobody answers, the annotator asks again and tells the reader what is wrong.
	handoff.asked = { key, answer: answer.catch(() => undefined) };
});
