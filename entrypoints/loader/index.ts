import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { type Recognition, recognise } from '../../utils/article/recognise.ts';
import { installKeystrokeGuard } from '../shared/page/keystroke-guard.ts';
import { nativeApi } from '../shared/page/native-api.ts';
import { beginHandoff, currentHandoff } from '../shared/page/page-handoff.ts';

/**
 * Runs on every page of rfi.fr and every opened file, before the page's own scripts: looks once whether this is an RFI
 * article and fetches the annotator if so, unless the manifest has put it here already. Everything else stays out of the
 * page; not even the extension's API is touched, which would take longer than all of this.
 * Declared in the manifest by hand: WXT's own content script wrapper announces itself to the page.
 */
export default defineUnlistedScript(() => {
	if (currentHandoff() !== undefined) return;
	const looked = whenParsed().then((): Recognition => {
		const recognition = recognise(document, document.URL);
		if (recognition.kind === 'article' && !handoff.isAnnotatorHere) {
			void nativeApi().runtime.sendMessage({ enMarge: 1, name: 'loadScript', request: { script: 'annotator' } });
		}
		return recognition;
	});
	const handoff = beginHandoff({ guard: installKeystrokeGuard(window, document.readyState === 'loading'), looked });
});

function whenParsed(): Promise<void> {
	if (document.readyState !== 'loading') return Promise.resolve();
	return new Promise((resolve) => window.addEventListener('DOMContentLoaded', () => resolve(), { once: true }));
}
