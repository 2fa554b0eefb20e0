import { useMemo, useState } from 'preact/hooks';
import type { Annotation } from '../../utils/domain/annotation.ts';
import type { FaultCode } from '../../utils/domain/fault.ts';
import type { AnchorState } from '../../utils/domain/outcome.ts';
import { faultMessage } from '../fault-message.ts';
import { formatDate } from '../format-date.ts';
import { plural, useTranslation } from '../translation.ts';
import { AnnotationItem, type AnnotationItemProps } from './annotation-item.tsx';
import { ExportMenu } from './export-menu.tsx';
import { useGrowingCount } from './growing-count.ts';
import { matches } from './matches.ts';
import { OrphanSection } from './orphan-section.tsx';

import type { PanelActions, PanelState } from './panel-state.ts';
import { TwinSection } from './twin-section.tsx';

interface ArticleViewProps {
	readonly article: Extract<PanelState, { kind: 'article' }>;
	readonly actions: PanelActions;
	readonly editing?: string | undefined;
}

/** What is said below the list. */
type Notice = { readonly fault: FaultCode } | 'deleted' | { readonly reattaching: string };

/** One article and its annotations in reading order, those whose words are gone apart. */
export function ArticleView({ article, actions, editing }: ArticleViewProps) {
	const translation = useTranslation();
	const { translate, locale } = translation;
	const { facts, annotations, outcomes, nearest, changes, twin } = article;
	const [query, setQuery] = useState('');
	const [edited, setEdited] = useState(editing === undefined ? undefined : { id: editing, isApart: false });
	const [notice, setNotice] = useState<Notice>();
	const found = useMemo(() => annotations.filter((annotation) => matches(annotation, query)), [annotations, query]);

	const shown = useGrowingCount(found.length);

	// What is being edited stays where it is: another list would have another editor, without what was typed.
	const isApart = ({ id }: Annotation): boolean => (edited?.id === id ? edited.isApart : outcomes[id] === 'orphan');
	const standing = found.filter((annotation) => !isApart(annotation));
	const orphans = found.filter(isApart);

	const tell = async (act: Promise<FaultCode | undefined>, done?: Notice): Promise<boolean> => {
		const fault = await act;
		setNotice(fault === undefined ? done : { fault });
		return fault === undefined;
	};

	const propsOf = (annotation: Annotation, lang: string | undefined): AnnotationItemProps => ({
		annotation,
		state: outcomes[annotation.id],
		nearest: nearest[annotation.id],
		change: undefined,
		lang,
		editing: edited?.id === annotation.id,
		startEditing: () => setEdited({ id: annotation.id, isApart: isApart(annotation) }),
		stopEditing: () => setEdited(undefined),
		edit: (changes) => tell(actions.edit(annotation.id, changes)),
		reveal: () => actions.reveal(annotation.id),
	});
	const item = (annotation: Annotation) => (
		<AnnotationItem
			key={annotation.id}
			{...propsOf(annotation, facts.lang)}
			change={changes[annotation.id]}
			remove={() => void tell(actions.remove(annotation.id), 'deleted')}
			reattach={() => void tell(actions.reattach(annotation.id), { reattaching: annotation.id })}
		/>
	);

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
					{orphans.length > 0 && (
						<>
							{' · '}
							<a href="#orphans">{translate('orphansCount', new Intl.NumberFormat(locale).format(orphans.length))}</a>
						</>
					)}
				</p>
			)}
			{(standing.length > 0 || orphans.length === 0) && (
				// biome-ignore lint/a11y/noRedundantRoles: Safari and VoiceOver drop the role of a list without bullets.
				<ul class="annotations" role="list" aria-label={translate('annotationsList')}>
					{standing.slice(0, shown).map(item)}
				</ul>
			)}
			{orphans.length > 0 && (
				<OrphanSection>{orphans.slice(0, Math.max(0, shown - standing.length)).map(item)}</OrphanSection>
			)}
			{twin && (
				<TwinSection twin={twin} show={actions.showTwin}>
					{twin.annotations
						.filter((annotation) => matches(annotation, query))
						.map((annotation) => (
							<AnnotationItem key={annotation.id} {...propsOf(annotation, twin.lang)} />
						))}
				</TwinSection>
			)}
			{notice !== undefined && (
				<PanelNotice notice={notice} outcomes={outcomes} undo={() => void tell(actions.undo())} />
			)}
		</>
	);
}

interface PanelNoticeProps {
	readonly notice: Notice;
	readonly outcomes: Readonly<Record<string, AnchorState>>;
	readonly undo: () => void;
}

function PanelNotice({ notice, outcomes, undo }: PanelNoticeProps) {
	const { translate } = useTranslation();
	if (notice !== 'deleted' && 'reattaching' in notice) {
		// Once it has its words there is nothing left to be asked for.
		if (outcomes[notice.reattaching] !== 'orphan') return null;
		return (
			<p class="notice" role="status">
				{translate('reattachLong')}
			</p>
		);
	}
	return (
		<div class="notice" role={notice === 'deleted' ? 'status' : 'alert'}>
			<span>{notice === 'deleted' ? translate('deleted') : faultMessage(translate, notice.fault)}</span>
			{notice === 'deleted' && (
				<button type="button" onClick={undo}>
					{translate('undo')}
				</button>
			)}
		</div>
	);
}
