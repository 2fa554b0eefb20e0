import { faultMessage } from '../../components/fault-message.ts';
import { Fault } from '../../utils/domain/fault.ts';
import { openStore } from '../../utils/storage/store.ts';
import { prepareDocument } from '../shared/prepare-document.ts';
import { annotateReader } from '../shared/reader/annotate-reader.ts';
import { chooseVersions, readReaderAddress } from '../shared/reader/reader-address.ts';
import { showArticle, showMessage } from '../shared/reader/show-article.tsx';
import { showComparison } from '../shared/reader/show-comparison.tsx';
import { showFrame } from '../shared/reader/show-frame.tsx';
import { translate } from '../shared/translate.ts';

/** Shows the stored article that the address names, to be read and annotated without the network, or how it changed. */
async function start(): Promise<void> {
	let redraw = (): void => {};
	const locale = await prepareDocument(() => redraw());
	const store = openStore();
	const { articleId, wish } = readReaderAddress(location.search);
	try {
		const [article, versions] = await Promise.all([store.getArticle(articleId), store.listVersions(articleId)]);
		if (article === undefined || versions.length === 0) return showMessage(translate('articleNotStored'));
		const shown = chooseVersions(versions, wish);
		if (shown === undefined) return showMessage(translate('versionNotKept'));
		store.observe(
			() => store.listVersions(article.id),
			(latest) => {
				redraw = () => showFrame(article, latest, shown, locale);
				redraw();
			},
			() => {},
		);
		if (shown.kind === 'version') {
			const root = await showArticle(article, shown.version);
			await annotateReader(store, article, shown.version, root);
		} else if (shown.from === shown.to) showMessage(translate('noOtherVersion'));
		else showComparison(article, shown.from, shown.to, locale);
	} catch (error) {
		if (!(error instanceof Fault)) throw error;
		showMessage(faultMessage(translate, error.code));
	}
}

void start();
