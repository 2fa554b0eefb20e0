import { useMemo, useState } from 'preact/hooks';
import type { FaultCode } from '../../utils/domain/fault.ts';
import { faultMessage } from '../fault-message.ts';
import { formatDate } from '../format-date.ts';
import { plural, useTranslation } from '../translation.ts';
import { AnnotationItem } from './annotation-item.tsx';
import { ExportMenu } from './export-menu.tsx';
import { useGrowingCount } from './growing-count.ts';
import { matches } from './matches.ts';
import type { PanelActions, PanelState } from './panel-state.ts';

interface ArticleViewProps {
	readonly article: Extract<PanelState, { kind: 'article' }>;
	readonly actions: PanelActions;
	readonly editing?: string | undefined;
}

/** One article and its annotations in reading order. */
export function ArticleView({ article, actions, editing }: ArticleViewProps) {
	const translation = useTranslation();
	const { translate, locale } = translation;
	const { facts, annotations, outcomes } = article;
	const [query, setQuery] = useState('');
	const [edited, setEdited] = useState(editing);
	const [notice, setNotice] = useState<{ fault: FaultCode } | 'deleted'>();
	const found = useMemo(() => annotations.filter((annotation) => matches(annotation, query)), [annotations, query]);

	const shown = useGrowingCount(found.length);

	const tell = async (act: Promise<FaultCode | undefined>, done?: 'deleted'): Promise<boolean> => {
		const fault = await act;
		setNotice(fault === undefined ? done : { fault });
		return fault === undefined;
	};

	return (
		<>
			<header>
				<h1 lang={facts.lang} dir={facts.dir}>
					{facts.title}
				</h1>
				<p class="quiet">
					{[facts.section, facts.published && formatDate(facts.published, locale)].filter(Boolean).join(' · ')}
				</p>
				{article.privateWindow && <p class="hint">{translate('privateWindow')}</p>}
			</header>
			<div class="tools">
				<input
					type="search"
					aria-label={translate('search')}
					placeholder={translate('search')}
					value={query}
					onInput={(event) => setQuery(event.currentTarget.value)}
				/>
				<ExportMenu disabled={annotations.length === 0} actions={actions} />
			</div>
			{annotations.length === 0 ? (
				<p class="empty">{translate('noAnnotationsYet')}</p>
			) : (
				<p class="count quiet" role="status">
					{plural(translation, 'annotations', found.length)}
				</p>
			)}
			{/* biome-ignore lint/a11y/noRedundantRoles: Safari and VoiceOver drop the role of a list without bullets. */}
			<ul class="annotations" role="list" aria-label={translate('annotationsList')}>
				{found.slice(0, shown).map((annotation) => (
					<AnnotationItem
						key={annotation.id}
						annotation={annotation}
						state={outcomes[annotation.id]}
						lang={facts.lang}
						editing={edited === annotation.id}
						startEditing={() => setEdited(annotation.id)}
						stopEditing={() => setEdited(undefined)}
						edit={(changes) => tell(actions.edit(annotation.id, changes))}
						remove={() => void tell(actions.remove(annotation.id), 'deleted')}
						reveal={() => actions.reveal(annotation.id)}
					/>
				))}
			</ul>
			{notice !== undefined && (
				<div class="notice" role={notice === 'deleted' ? 'status' : 'alert'}>
					<span>{notice === 'deleted' ? translate('deleted') : faultMessage(translate, notice.fault)}</span>
					{notice === 'deleted' && (
						<button type="button" onClick={() => void tell(actions.undo())}>
							{translate('undo')}
						</button>
					)}
				</div>
			)}
		</>
	);
}
