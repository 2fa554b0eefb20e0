import type { Article } from '../../utils/domain/article.ts';
import { COLORS, type Color } from '../../utils/domain/color.ts';
import { formatDate } from '../format-date.ts';
import { colorLabel } from '../page/color-label.ts';
import { plural, useTranslation } from '../translation.ts';

/** An article in the library's list. */
export interface LibraryEntry {
	readonly article: Article;
	readonly counts: Readonly<Record<Color, number>>;
	readonly total: number;
}

export function ArticleList({ entries }: { readonly entries: readonly LibraryEntry[] }) {
	const { translate } = useTranslation();
	return (
		<>
			<h2 class="visually-hidden">{translate('viewArticles')}</h2>
			{entries.length === 0 && <p class="hint">{translate('libraryEmpty')}</p>}
			<ul>
				{entries.map((entry) => (
					<Entry key={entry.article.id} {...entry} />
				))}
			</ul>
		</>
	);
}

function Entry({ article, counts, total }: LibraryEntry) {
	const translation = useTranslation();
	const { translate, locale } = translation;
	const date = article.published ?? article.captured ?? article.added;
	return (
		<li>
			<a href={`reader.html?article=${article.id}`} lang={article.lang} dir={article.dir}>
				{article.title}
			</a>
			<p class="quiet">
				{[article.section, formatDate(date, locale), plural(translation, 'annotations', total)]
					.filter(Boolean)
					.join(' · ')}
			</p>
			<p class="counts">
				{COLORS.filter((color) => counts[color] > 0).map((color) => (
					<span key={color} class={color} title={colorLabel(translate, color)}>
						<span class="dot" aria-hidden="true" />
						<span class="visually-hidden">{colorLabel(translate, color)}</span> {counts[color]}
					</span>
				))}
			</p>
		</li>
	);
}
