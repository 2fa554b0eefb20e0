import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Annotation } from '../../utils/domain/annotation.ts';
import type { FaultCode } from '../../utils/domain/fault.ts';
import { formatDate } from '../format-date.ts';
import type { RowAttributes } from '../list/row-attributes.ts';
import type { RowAct } from '../list/row-keys.ts';
import { VirtualList } from '../list/virtual-list.tsx';
import { useTranslation } from '../translation.ts';
import { AnnotationItem, type AnnotationItemProps } from './annotation-item.tsx';
import { ArticleNote } from './article-note.tsx';
import { ExportMenu } from './export-menu.tsx';
import { FilterBar } from './filter-bar.tsx';
import { choicesOf, conditionCount, type Filters, isFiltering, NO_FILTERS, passing, readFilters } from './filters.ts';
import { ListSummary } from './list-summary.tsx';
import { OrphanSection } from './orphan-section.tsx';
import { type Notice, PanelNotice } from './panel-notice.tsx';
import type { Direction, PanelActions, PanelState } from './panel-state.ts';
import { StepButtons } from './step-buttons.tsx';
import { TwinSection } from './twin-section.tsx';
import { useCurrentPassage } from './use-current-passage.ts';
import { useRest } from './use-rest.ts';

interface ArticleViewProps {
	readonly article: Extract<PanelState, { kind: 'article' }>;
	readonly actions: PanelActions;
	/** Ids of the annotations that the reader has before him in the page, the one being read first. */
	readonly inView: readonly string[];
	readonly editing?: string | undefined;
}

/** What tells of a step is gone after so long, in milliseconds; it asks for nothing. */
const STEP_TOLD_MS = 6000;

/** What describes a list whose items can be deleted. */
const OWN_KEYS = 'list-keys list-delete';

/** One article and its annotations in reading order, those whose words are gone apart. */
export function ArticleView({ article, actions, inView, editing }: ArticleViewProps) {
	const { translate, locale } = useTranslation();
	const { facts, keys, annotations, outcomes, nearest, changes, twin } = article;
	const name = facts.url ?? keys[0] ?? '';
	const [filters, setFilters] = useState(NO_FILTERS);
	const [isFilterOpen, setFilterOpen] = useState(false);
	const [edited, setEdited] = useState(editing === undefined ? undefined : { id: editing, isApart: false });
	const searchField = useRef<HTMLInputElement>(null);
	const [notice, setNotice] = useState<Notice>();
	const { current, wentTo } = useCurrentPassage(inView);
	const isAtRest = useRest();
	useEffect(() => {
		void actions.recallFilters(name).then((kept) => kept !== undefined && setFilters(readFilters(kept)));
	}, [name]);

	// What is being edited stays where it is: another list would have another editor, without what was typed.
	const isApart = ({ id }: Annotation): boolean => (edited?.id === id ? edited.isApart : outcomes[id] === 'orphan');
	const found = useMemo(() => {
		const ids = new Set(passing(annotations, outcomes, filters).map(({ id }) => id));
		return annotations.filter(({ id }) => ids.has(id) || id === edited?.id);
	}, [annotations, outcomes, filters, edited]);
	const standing = found.filter((annotation) => !isApart(annotation));
	const orphans = found.filter(isApart);
	const others = twin?.isShown ? passing(twin.annotations, outcomes, filters) : [];

	function narrow(to: Filters): void {
		setFilters(to);
		actions.keepFilters(name, to);
	}

	const tell = async (act: Promise<FaultCode | undefined>, done?: Notice): Promise<boolean> => {
		const fault = await act;
		setNotice(fault === undefined ? done : { kind: 'fault', fault });
		return fault === undefined;
	};

	async function step(direction: Direction): Promise<void> {
		const outcome = await actions.step(direction);
		const told: Notice =
			outcome.fault === undefined
				? { kind: 'stepped', direction, act: outcome.act }
				: { kind: 'fault', fault: outcome.fault };
		setNotice(told);
		setTimeout(() => setNotice((now) => (now === told && told.kind === 'stepped' ? undefined : now)), STEP_TOLD_MS);
	}

	const all = new Map([...annotations, ...(twin?.annotations ?? [])].map((one) => [one.id, one]));
	const isOwn = (id: string): boolean => !twin?.annotations.some((one) => one.id === id);
	const edit = (id: string): void => setEdited({ id, isApart: isApart(all.get(id)!) });
	const remove = (id: string): void => void tell(actions.remove(id), { kind: 'deleted' });
	function reveal(id: string): void {
		wentTo(id);
		actions.reveal(id);
	}
	function act(kind: RowAct, id: string): void {
		if (kind !== 'remove') reveal(id);
		if (kind === 'open') edit(id);
		if (kind === 'remove' && isOwn(id)) remove(id);
	}

	const propsOf = (annotation: Annotation, row: RowAttributes, lang: string | undefined): AnnotationItemProps => ({
		row,
		annotation,
		state: outcomes[annotation.id],
		nearest: nearest[annotation.id],
		change: undefined,
		lang,
		editing: edited?.id === annotation.id,
		startEditing: () => edit(annotation.id),
		stopEditing: () => setEdited(undefined),
		edit: (changes, typed) => tell(actions.edit(annotation.id, changes, typed)),
		loadTags: actions.loadTags,
		reveal: () => reveal(annotation.id),
	});
	const item = (id: string, row: RowAttributes) => (
		<AnnotationItem
			key={id}
			{...propsOf(all.get(id)!, row, facts.lang)}
			change={changes[id]}
			remove={() => remove(id)}
			reattach={() => void tell(actions.reattach(id), { kind: 'reattaching', id })}
		/>
	);
	const listOf = (list: readonly Annotation[]) => ({
		ids: list.map(({ id }) => id),
		edited: edited?.id,
		current,
		isAtRest,
		act,
	});
	const conditions = conditionCount(filters);

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
			<ArticleNote note={article.note} write={(note) => tell(actions.writeNote({ facts, keys }, note))} />
			<div class="tools">
				<input
					ref={searchField}
					type="search"
					aria-label={translate('search')}
					placeholder={translate('search')}
					value={filters.query}
					onInput={(event) => narrow({ ...filters, query: event.currentTarget.value })}
				/>
				<button
					type="button"
					aria-expanded={isFilterOpen}
					aria-controls={isFilterOpen ? 'filters' : undefined}
					disabled={annotations.length === 0}
					onClick={() => setFilterOpen(!isFilterOpen)}
				>
					{translate('filter')}
					{conditions > 0 && <span class="badge">{new Intl.NumberFormat(locale).format(conditions)}</span>}
				</button>
				<ExportMenu disabled={annotations.length === 0 && !article.note} actions={actions} />
			</div>
			{isFilterOpen && (
				<FilterBar filters={filters} choices={choicesOf(annotations, outcomes, filters)} change={narrow} />
			)}
			<div class="row">
				<ListSummary
					total={annotations.length}
					found={found.length}
					orphans={orphans.length}
					isFiltering={isFiltering(filters)}
					clear={() => {
						// The button is gone with the filters.
						searchField.current?.focus();
						narrow(NO_FILTERS);
					}}
				/>
				<StepButtons step={(direction) => void step(direction)} />
			</div>
			<p id="list-keys" class="visually-hidden">
				{translate('listKeys')}
			</p>
			<p id="list-delete" class="visually-hidden">
				{translate('listDelete')}
			</p>
			{(standing.length > 0 || orphans.length === 0) && (
				<VirtualList {...listOf(standing)} describedBy={OWN_KEYS} label={translate('annotationsList')} row={item} />
			)}
			{orphans.length > 0 && (
				<OrphanSection>
					<VirtualList {...listOf(orphans)} describedBy={OWN_KEYS} label={translate('annotationsList')} row={item} />
				</OrphanSection>
			)}
			{twin && (
				<TwinSection twin={twin} show={actions.showTwin}>
					<VirtualList
						{...listOf(others)}
						labelledBy="twin"
						describedBy="list-keys"
						row={(id, row) => <AnnotationItem key={id} {...propsOf(all.get(id)!, row, twin.lang)} />}
					/>
				</TwinSection>
			)}
			{/* Here from the beginning: what is put into it is read out. */}
			<div class="told" aria-live="polite">
				{notice !== undefined && <PanelNotice notice={notice} outcomes={outcomes} undo={() => void step('undo')} />}
			</div>
		</>
	);
}
