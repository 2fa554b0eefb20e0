import { render } from 'preact';
import { TranslationProvider } from '../../components/translation.ts';
import { openLibraryStore } from '../../utils/storage/library-store.ts';
import { createIndexClient } from '../library-index/index-client.ts';
import { prepareDocument } from '../shared/prepare-document.ts';
import { translate } from '../shared/translate.ts';
import { LibraryPage } from './library-page.tsx';

const locale = await prepareDocument(draw);
const store = openLibraryStore();
const index = createIndexClient();
// What cannot be done now is done the next time, and the lists say by themselves what is wrong.
store.purgeTrash(new Date().toISOString()).catch(() => {});
draw();

function draw(): void {
	const root = document.getElementById('root');
	if (root === null) return;
	render(
		<TranslationProvider value={{ translate, locale: locale.tag }}>
			<LibraryPage store={store} index={index} />
		</TranslationProvider>,
		root,
	);
}
