import { faultMessage } from '../../components/fault-message.ts';
import { Fault } from '../../utils/domain/fault.ts';
import { openStore } from '../../utils/storage/store.ts';
import { prepareDocument } from '../shared/prepare-document.ts';
import { annotateReader } from '../shared/reader/annotate-reader.ts';
import { showArticle, showMessage } from '../shared/reader/show-article.tsx';
import { translate } from '../shared/translate.ts';

/** Shows the stored article that the address names, to be read and annotated without the network. */
async function start(): Promise<void> {
	const locale = prepareDocument();
	const store = openStore();
	const id = new URLSearchParams(location.search).get('article') ?? '';
	try {
		const [article, version] = await Promise.all([store.getArticle(id), store.latestVersion(id)]);
		if (article === undefined || version === undefined) return showMessage(translate('articleNotStored'));
		const root = await showArticle(article, version, locale);
		await annotateReader(store, article, version, root);
	} catch (error) {
		if (!(error instanceof Fault)) throw error;
		showMessage(faultMessage(translate, error.code));
	}
}

void start();
