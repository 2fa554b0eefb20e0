import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { recognise } from '../../utils/article/recognise.ts';
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
	const handoff = beginHandoff({ guard: installKeystrokeGuard(window, document.readyState === 'loading') });
	// The polyfill is left out here for its weight: the two calls below are the same in both browsers.
	const { runtime } = nativeApi();
	let reason = 'loading';

	runtime.onMessage.addListener((message, _sender, answer) => {
		if (handoff.annotating || message?.enMarge !== 1 || message.name !== 'getPage') return false;
		answer({ ok: true, value: { kind: 'not-article', reason } });
		return false;
	});

	const look = (): void => {
		const recognition = recognise(document, location.href);
		reason = recognition.reason;
		if (recognition.kind !== 'article') return;
		handoff.recognised = recognition;
		void runtime.sendMessage({ enMarge: 1, name: 'loadScript', request: { script: 'annotator' } });
	};
	if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', look, { once: true });
	else look();
});
