import { render } from 'preact';
import { TranslationProvider } from '../../components/translation.ts';
import { openLibraryStore } from '../../utils/storage/library-store.ts';
import { createIndexClient } from '../library-index/index-client.ts';
import { prepareDocument } from '../shared/prepare-document.ts';
import { translate } from '../shared/translate.ts';
import { LibraryPage } from './library-page.tsx';

/** After the page was opened, in milliseconds. */
const PURGE_AFTER_MS = 3000;

const locale = await prepareDocument(draw);
const store = openLibraryStore();
const index = createIndexClient();
draw();
// Not while the first screen is read. What cannot be done now is done the next time, and the lists say by themselves what is wrong.
setTimeout(() => void store.purgeTrash(new Date().toISOString()).catch(() => {}), PURGE_AFTER_MS);

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
