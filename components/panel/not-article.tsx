import { useTranslation } from '../translation.ts';
import { FileAccessHelp } from './file-access-help.tsx';
import type { NotArticleHints, PanelActions } from './panel-state.ts';

interface NotArticleProps {
	readonly hints: NotArticleHints;
	readonly actions: Pick<PanelActions, 'annotateAnyway' | 'allowSite' | 'allowArchive'>;
}

/** What is said of a page that is no article, and what the reader can do. */
export function NotArticle({ hints, actions }: NotArticleProps) {
	const { translate } = useTranslation();
	return (
		<div class="message">
			<h1>{translate('notArticle')}</h1>
			{hints.closedToExtensions && <p>{translate('closedToExtensions')}</p>}
			{hints.refused && <p role="alert">{translate('pageRefused')}</p>}
			{!hints.closedToExtensions && !hints.refused && (
				<>
					<p>{translate('notArticleLong')}</p>
					<button type="button" class="primary" onClick={actions.annotateAnyway}>
						{translate('annotateAnyway')}
					</button>
				</>
			)}
			{!hints.siteAccess && (
				<section>
					<p>{translate('siteAccessMissing')}</p>
					<button type="button" onClick={actions.allowSite}>
						{translate('allowSite')}
					</button>
				</section>
			)}
			{hints.archive && (
				<section>
					<p>{translate('archiveAccess')}</p>
					<button type="button" onClick={actions.allowArchive}>
						{translate('allowArchive')}
					</button>
				</section>
			)}
			{hints.fileAccess === 'refused' && <FileAccessHelp browser={hints.browser} />}
		</div>
	);
}
