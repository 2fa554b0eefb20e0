import { render } from 'preact';
import '../../../components/reader/textless.css';
import { Textless } from '../../../components/reader/textless.tsx';
import { TranslationProvider } from '../../../components/translation.ts';
import type { Article } from '../../../utils/domain/article.ts';
import type { Store } from '../../../utils/storage/store.ts';
import type { UiLocale } from '../locale.ts';
import { translate } from '../translate.ts';
import type { Way } from './show-message.ts';

/** Shows an article of which no text is kept, with what is annotated in it, and again whenever that changes. */
export function showTextless(store: Store, article: Article, ways: readonly Way[], locale: UiLocale): void {
	document.title = article.title;
	const place = document.getElementById('article');
	if (place === null) return;
	store.observe(
		() => store.listAnnotations(article.id),
		(annotations) =>
			render(
				<TranslationProvider value={{ translate, locale: locale.tag }}>
					<Textless facts={article} annotations={annotations} ways={ways} />
				</TranslationProvider>,
				place,
			),
		() => {},
	);
}
