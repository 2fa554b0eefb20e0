import type { Instant } from '../../utils/domain/annotation.ts';
import type { ArticleFacts } from '../../utils/domain/article.ts';
import { formatDate } from '../format-date.ts';
import { plural, useTranslation } from '../translation.ts';
import type { ReaderLook } from './reading-choices.tsx';
import { ReadingSettings } from './reading-settings.tsx';
import { VersionList, type VersionListProps } from './version-list.tsx';

interface ReaderFrameProps extends VersionListProps {
	readonly facts: ArticleFacts;
	/** When the version shown was read; absent where two are compared. */
	readonly captured?: Instant | undefined;
	/** How long the version shown takes to read; absent where two are compared. */
	readonly minutes?: number | undefined;
	/** Whether the article is on RFI's own site. */
	readonly isOnRfi: boolean;
	readonly isInTrash: boolean;
	readonly look: ReaderLook;
	readonly chooseLook: (look: ReaderLook) => void;
	readonly print: () => void;
}

/** What stands above the article in the reader: where it is from, how it looks, its versions, and the way to the library. */
export function ReaderFrame(props: ReaderFrameProps) {
	const { facts, captured, minutes, isOnRfi, isInTrash, look, chooseLook, print, ...list } = props;
	const translation = useTranslation();
	const { translate, locale } = translation;
	const line = [
		facts.section,
		facts.byline,
		facts.published && formatDate(facts.published, locale),
		minutes !== undefined && plural(translation, 'readingTime', minutes),
	].filter(Boolean);
	return (
		<header>
			<div class="bar">
				<span>{captured !== undefined && translate('storedCopy', formatDate(captured, locale))}</span>
				<nav>
					<ReadingSettings look={look} choose={chooseLook} />
					<button type="button" class="plain" onClick={print}>
						{translate('print')}
					</button>
					{facts.url !== undefined && (
						<a href={facts.url} rel="noreferrer">
							{translate(isOnRfi ? 'openOriginal' : 'openPage')}
						</a>
					)}
					<a href="library.html">{translate('library')}</a>
					<a href="options.html">{translate('settings')}</a>
				</nav>
			</div>
			<VersionList {...list} />
			{isInTrash && (
				<p class="in-trash">
					{translate('articleInTrash')} <a href="library.html?view=trash">{translate('viewTrash')}</a>
				</p>
			)}
			{captured !== undefined && (
				<p class="byline">
					{line.map((fact, index) => (
						<span key={index}>
							<bdi>{fact}</bdi>
						</span>
					))}
				</p>
			)}
		</header>
	);
}
