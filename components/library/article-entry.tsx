import type { Article } from '../../utils/domain/article.ts';
import type { Color } from '../../utils/domain/color.ts';
import { formatDate } from '../format-date.ts';
import { plural, useTranslation } from '../translation.ts';
import { ColorCounts } from './color-counts.tsx';
import { EntryFrame, type EntryProps } from './entry-frame.tsx';
import { EntryTags } from './entry-tags.tsx';
import { MarkedText, type MarkedWords } from './marked-text.tsx';

/** An article as the library lists it. */
export interface ListedArticle {
	readonly article: Article;
	readonly counts: Readonly<Record<Color, number>>;
	readonly total: number;
	readonly tags: readonly string[];
	readonly firstLine: string;
	/** The name of its edition in the reader's language. */
	readonly edition: string | undefined;
	/** Where it is read. */
	readonly href: string;
}

/** What a search found in an article. */
export interface ArticleHit {
	/** Its title with what was found in it. */
	readonly title?: MarkedWords | undefined;
	/** A sentence of it, or of what was noted on it. */
	readonly sentence?: MarkedWords | undefined;
}

interface ArticleEntryProps extends EntryProps {
	readonly listed: ListedArticle;
	readonly hit: ArticleHit | undefined;
}

/** Shown of all the tags of its annotations. */
const MOST_TAGS = 5;

export function ArticleEntry({ listed, hit, ...entry }: ArticleEntryProps) {
	const translation = useTranslation();
	const { locale } = translation;
	const { article, counts, total, tags, firstLine, edition, href } = listed;
	const date = article.published ?? article.captured ?? article.added;
	const words = hit?.sentence ?? { text: firstLine, marks: [] };
	return (
		<EntryFrame {...entry} name={article.title} className="article">
			<a class="title" href={href} lang={article.lang} dir={article.dir} tabIndex={entry.row.tabIndex}>
				<MarkedText {...(hit?.title ?? { text: article.title, marks: [] })} />
			</a>
			<p class="facts">
				{edition && <span>{edition}</span>}
				{article.section && (
					<span lang={article.lang} dir="auto">
						{article.section}
					</span>
				)}
				<time dateTime={date}>{formatDate(date, locale)}</time>
			</p>
			{words.text !== '' && (
				<p class="first-line" lang={article.lang} dir={hit?.sentence ? 'auto' : article.dir}>
					<MarkedText {...words} />
				</p>
			)}
			{total > 0 && (
				<p class="facts">
					<span>{plural(translation, 'annotations', total)}</span>
					<ColorCounts counts={counts} />
					<EntryTags tags={tags} most={MOST_TAGS} />
				</p>
			)}
		</EntryFrame>
	);
}
