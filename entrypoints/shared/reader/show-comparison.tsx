import { render } from 'preact';
import { Comparison } from '../../../components/reader/comparison.tsx';
import { TranslationProvider } from '../../../components/translation.ts';
import type { Article, ArticleVersion } from '../../../utils/domain/article.ts';
import { compareVersions } from '../../../utils/matching/compare-versions.ts';
import type { UiLocale } from '../locale.ts';
import { translate } from '../translate.ts';
import { keptVersion } from './show-frame.tsx';

/** Shows what changed from one version of an article to another. */
export function showComparison(article: Article, from: ArticleVersion, to: ArticleVersion, locale: UiLocale): void {
	document.title = article.title;
	const place = document.getElementById('article');
	if (place === null) return;
	render(
		<TranslationProvider value={{ translate, locale: locale.tag }}>
			<Comparison
				facts={article}
				from={keptVersion(from, false)}
				to={keptVersion(to, false)}
				changes={compareVersions(from.text, to.text)}
			/>
		</TranslationProvider>,
		place,
	);
}
