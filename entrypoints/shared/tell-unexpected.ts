import { noteUnexpected } from './diagnostic-log.ts';
import { createPlainNotice } from './page/plain-notice.ts';
import { translate } from './translate.ts';

/**
 * From here on, what goes wrong in this page of the extension and nobody has caught is written down, and the reader is told,
 * once: what is stored stands, and what can be done. Needs nothing of the page itself, which may be broken.
 */
export function tellUnexpected(): void {
	const place = location.pathname.slice(1).replace(/\.html$/, '');
	const notice = createPlainNotice(document, () => ({
		message: translate('unexpected'),
		copy: translate('copyText'),
		close: translate('close'),
	}));
	let isTold = false;
	const happened = (error: unknown): void => {
		noteUnexpected(place, error);
		if (!isTold) notice.show('');
		isTold = true;
	};
	// Without an error of a script's: the browser's own remarks, of layout for one.
	addEventListener('error', ({ error }) => error && happened(error));
	addEventListener('unhandledrejection', ({ reason }) => happened(reason));
}
