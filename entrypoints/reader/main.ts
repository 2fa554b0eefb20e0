import { faultMessage } from '../../components/fault-message.ts';
import { isOnRfi } from '../../utils/article/on-rfi.ts';
import type { Article } from '../../utils/domain/article.ts';
import { Fault } from '../../utils/domain/fault.ts';
import { openStore } from '../../utils/storage/store.ts';
import { prepareDocument } from '../shared/prepare-document.ts';
import { annotateReader } from '../shared/reader/annotate-reader.ts';
import { answerPrinting } from '../shared/reader/answer-printing.ts';
import { printedArticle } from '../shared/reader/printed-article.ts';
import { chooseVersions, readReaderAddress } from '../shared/reader/reader-address.ts';
import { keepLook } from '../shared/reader/reader-look.ts';
import { keepReadingPosition } from '../shared/reader/reading-position.ts';
import { showArticle } from '../shared/reader/show-article.tsx';
import { showComparison } from '../shared/reader/show-comparison.tsx';
import { showFrame } from '../shared/reader/show-frame.tsx';
import { showMessage, type Way } from '../shared/reader/show-message.ts';
import { translate } from '../shared/translate.ts';

/** Shows the stored article that the address names, to be read and annotated without the network, or how it changed. */
async function start(): Promise<void> {
	const preparing = prepareDocument();
	const store = openStore();
	const { articleId, wish, annotationId } = readReaderAddress(location.search);
	try {
		const [own, article, versions] = await Promise.all([
			preparing,
			store.getArticle(articleId),
			store.listVersions(articleId),
		]);
		const look = keepLook(own);
		own.changed(look.follow);
		const library: Way = [translate('library'), 'library.html'];
		if (article === undefined) return showMessage(translate('articleNotStored'), [library]);
		if (versions.length === 0) {
			const { showTextless } = await import('../shared/reader/show-textless.tsx');
			return showTextless(store, article, [...pageOf(article), library], own);
		}
		const shown = chooseVersions(versions, wish);
		if (shown === undefined) return showMessage(translate('versionNotKept'), [library]);
		let print = (): void => window.print();
		const showKept = showFrame({ article, shown, locale: own, look, print: () => print() });
		store.observe(
			async () => ({ versions: await store.listVersions(article.id), isInTrash: await store.isInTrash(article.id) }),
			showKept,
			() => {},
		);
		if (shown.kind === 'version') {
			const root = await showArticle(article, shown.version);
			await keepReadingPosition(root, shown.version.fingerprint);
			const annotator = await annotateReader(store, article, shown.version, root);
			if (annotator === undefined) return;
			print = answerPrinting(printedArticle(store, article, shown.version, root, annotator, own));
			await annotator.ready;
			if (annotationId !== undefined) annotator.reveal(annotationId);
		} else if (shown.from === shown.to) showMessage(translate('noOtherVersion'));
		else showComparison(article, shown.from, shown.to, own);
	} catch (error) {
		if (!(error instanceof Fault)) throw error;
		await preparing;
		showMessage(faultMessage(translate, error.code));
	}
}

/** The way to the page that an article is from, where one is known. */
function pageOf({ url }: Article): Way[] {
	return url === undefined ? [] : [[translate(isOnRfi(url) ? 'openOriginal' : 'openPage'), url]];
}

void start();
