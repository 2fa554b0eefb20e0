import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readRfiAddress } from '../../utils/article/address.ts';
import { type Recognition, recognise } from '../../utils/article/recognise.ts';
import { installKeystrokeGuard } from '../shared/page/keystroke-guard.ts';
import { nativeApi } from '../shared/page/native-api.ts';
import { beginHandoff, currentHandoff } from '../shared/page/page-handoff.ts';

/**
 * Runs on every page of rfi.fr and every opened file, before the page's own scripts: looks once whether this is an RFI
 * article and fetches the annotator if so. Everything else stays out of the page.
 * Declared in the manifest by hand: WXT's own content script wrapper announces itself to the page.
 */
export default defineUnlistedScript(() => {
	if (currentHandoff() !== undefined) return;
	const { runtime } = nativeApi();
	const loadAnnotator = (): void =>
		void runtime.sendMessage({ enMarge: 1, name: 'loadScript', request: { script: 'annotator' } });
	let reason = 'the page is still loading';

	// An address with a day in it is nearly always an article's: then the annotator comes while the page is still being read.
	const isLikely = readRfiAddress(location.href)?.kind === 'dated';
	const looked = whenParsed().then((): Recognition => {
		const recognition = recognise(document, location.href);
		reason = recognition.reason;
		if (recognition.kind === 'article' && !isLikely) loadAnnotator();
		return recognition;
	});
	const handoff = beginHandoff({ guard: installKeystrokeGuard(window, document.readyState === 'loading'), looked });
	if (isLikely) loadAnnotator();

	runtime.onMessage.addListener((message, _sender, answer) => {
		if (!handoff.annotating && message?.enMarge === 1 && message.name === 'getPage') {
			answer({ ok: true, value: { kind: 'not-article', reason } });
		}
		return false;
	});
});

function whenParsed(): Promise<void> {
	if (document.readyState !== 'loading') return Promise.resolve();
	return new Promise((resolve) => document.addEventListener('DOMContentLoaded', () => resolve(), { once: true }));
}
