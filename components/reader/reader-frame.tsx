import type { ArticleFacts } from '../../utils/domain/article.ts';
import { formatDate } from '../format-date.ts';
import { useTranslation } from '../translation.ts';

interface ReaderFrameProps {
	readonly facts: ArticleFacts;
	readonly captured: string;
}

/** What stands above the article in the reader: where it is from, and the way to the library. */
export function ReaderFrame({ facts, captured }: ReaderFrameProps) {
	const { translate, locale } = useTranslation();
	const line = [facts.section, facts.byline, facts.published && formatDate(facts.published, locale)];
	return (
		<header>
			<div class="bar">
				<span>{translate('storedCopy', formatDate(captured, locale))}</span>
				<nav>
					{facts.url !== undefined && (
						<a href={facts.url} rel="noreferrer">
							{translate('openOriginal')}
						</a>
					)}
					<a href="library.html">{translate('library')}</a>
				</nav>
			</div>
			<p class="meta">{line.filter(Boolean).join(' · ')}</p>
		</header>
	);
}
