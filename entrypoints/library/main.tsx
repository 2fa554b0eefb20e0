import { render } from 'preact';
import { TranslationProvider } from '../../components/translation.ts';
import { openStore } from '../../utils/storage/store.ts';
import { prepareDocument } from '../shared/prepare-document.ts';
import { translate } from '../shared/translate.ts';
import { LibraryPage } from './library-page.tsx';

const locale = await prepareDocument(draw);
const store = openStore();
draw();

function draw(): void {
	const root = document.getElementById('root');
	if (root === null) return;
	render(
		<TranslationProvider value={{ translate, locale: locale.tag }}>
			<LibraryPage store={store} />
		</TranslationProvider>,
		root,
	);
}
