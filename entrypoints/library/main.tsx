import { render } from 'preact';
import { TranslationProvider } from '../../components/translation.ts';
import { openLibraryStore } from '../../utils/storage/library-store.ts';
import { createIndexClient } from '../library-index/index-client.ts';
import { prepareDocument } from '../shared/prepare-document.ts';
import { translate } from '../shared/translate.ts';
import type { FirstScreen } from './first-screen.ts';
import { LibraryPage } from './library-page.tsx';
import { readFirstScreen } from './read-first-screen.ts';

/** The page is drawn without its list after so long, in milliseconds: the database may be held up. */
const MOST_AWAITED_MS = 400;
/** After the page was opened, in milliseconds. */
const PURGE_AFTER_MS = 3000;

const store = openLibraryStore();
const index = createIndexClient();
let first: FirstScreen | undefined;
const reading = readFirstScreen(store, location.search);
const patience = new Promise<undefined>((resolve) => setTimeout(resolve, MOST_AWAITED_MS));
const locale = await prepareDocument();
first = await Promise.race([reading, patience]);
draw();
locale.changed(draw);
// Not while the first screen is read. What cannot be done now is done the next time, and the lists say by themselves what is wrong.
setTimeout(() => void store.purgeTrash(new Date().toISOString()).catch(() => {}), PURGE_AFTER_MS);

function draw(): void {
	const root = document.getElementById('root');
	if (root === null) return;
	render(
		<TranslationProvider value={{ translate, locale: locale.tag }}>
			<LibraryPage store={store} index={index} first={first} />
		</TranslationProvider>,
		root,
	);
}
