import type { Instant } from '../../utils/domain/annotation.ts';
import type { ArticleFacts } from '../../utils/domain/article.ts';
import { formatDate } from '../format-date.ts';
import { useTranslation } from '../translation.ts';
import { VersionList, type VersionListProps } from './version-list.tsx';

interface ReaderFrameProps extends VersionListProps {
	readonly facts: ArticleFacts;
	/** When the version shown was read; absent where two are compared. */
	readonly captured?: Instant | undefined;
}

/** What stands above the article in the reader: where it is from, its versions, and the way to the library. */
export function ReaderFrame({ facts, captured, ...list }: ReaderFrameProps) {
	const { translate, locale } = useTranslation();
	const line = [facts.section, facts.byline, facts.published && formatDate(facts.published, locale)];
	return (
		<header>
			<div class="bar">
				<span>{captured !== undefined && translate('storedCopy', formatDate(captured, locale))}</span>
				<nav>
					{facts.url !== undefined && (
						<a href={facts.url} rel="noreferrer">
							{translate('openOriginal')}
						</a>
					)}
					<a href="library.html">{translate('library')}</a>
					<a href="options.html">{translate('settings')}</a>
				</nav>
			</div>
			<VersionList {...list} />
			{captured !== undefined && <p class="byline">{line.filter(Boolean).join(' · ')}</p>}
		</header>
	);
}
