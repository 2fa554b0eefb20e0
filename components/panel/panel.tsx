import { faultMessage } from '../fault-message.ts';
import { useTranslation } from '../translation.ts';
import { ArticleView } from './article-view.tsx';
import { NotArticle } from './not-article.tsx';
import type { PanelActions, PanelState } from './panel-state.ts';

export interface PanelProps {
	readonly state: PanelState;
	readonly actions: PanelActions;
	/** Ids of the annotations that the reader has before him in the page, the one being read first. */
	readonly inView: readonly string[];
	/** The annotation to open for writing at once. */
	readonly editing?: string | undefined;
}

/** The popup and the side panel: the annotations of the article in a tab. */
export function Panel({ state, actions, inView, editing }: PanelProps) {
	const { translate } = useTranslation();
	return (
		<main class="panel" tabIndex={-1}>
			{state.kind === 'loading' && (
				<p class="quiet" role="status">
					{translate('loading')}
				</p>
			)}
			{state.kind === 'fault' && (
				<div class="message" role="alert">
					<p>{faultMessage(translate, state.fault)}</p>
					<button type="button" class="primary" onClick={actions.retry}>
						{translate('retry')}
					</button>
				</div>
			)}
			{state.kind === 'not-article' && <NotArticle hints={state.hints} actions={actions} />}
			{state.kind === 'article' && (
				<ArticleView key={nameOf(state)} article={state} actions={actions} inView={inView} editing={editing} />
			)}
			<footer>
				<a href="library.html" target="_blank" rel="noreferrer">
					{translate('library')}
				</a>
				<a href="options.html" target="_blank" rel="noreferrer">
					{translate('settings')}
				</a>
			</footer>
		</main>
	);
}

/** What is the same of an article however it came to be known, so that nothing written on one is taken for another's. */
function nameOf({ facts, keys }: Extract<PanelState, { kind: 'article' }>): string | undefined {
	return facts.url ?? keys[0];
}
