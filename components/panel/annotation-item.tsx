import type { Annotation } from '../../utils/domain/annotation.ts';
import type { AnchorState } from '../../utils/domain/outcome.ts';
import type { PassageChange } from '../../utils/domain/passage-change.ts';
import { ChangedSince } from '../annotation/changed-since.tsx';
import { NoteText } from '../annotation/note-text.tsx';
import type { RowAttributes } from '../list/row-attributes.ts';
import { colorLabel } from '../page/color-label.ts';
import { useTranslation } from '../translation.ts';
import { AnnotationEditor } from './annotation-editor.tsx';
import { OrphanQuote } from './orphan-quote.tsx';
import type { EditAnnotation } from './panel-state.ts';
import { STATE_KEYS } from './state-keys.ts';

export interface AnnotationItemProps {
	readonly row: RowAttributes;
	readonly annotation: Annotation;
	/** Undefined while the page has not looked for it. */
	readonly state: AnchorState | undefined;
	/** Of an orphan: the words at the nearest place now, where one is known. */
	readonly nearest: string | undefined;
	/** Of a passage that has other words now. */
	readonly change: PassageChange | undefined;
	readonly lang: string | undefined;
	readonly editing: boolean;
	readonly startEditing: () => void;
	readonly stopEditing: () => void;
	/** Resolves to whether the changes were kept. */
	readonly edit: EditAnnotation<boolean>;
	readonly loadTags: () => Promise<readonly string[]>;
	/** Absent for an annotation that is another article's: it is taken away there. */
	readonly remove?: () => void;
	readonly reveal: () => void;
	/** Absent for an annotation that is another article's. */
	readonly reattach?: () => void;
}

/** One annotation in a list: the words, the note, colour, tags and state. */
export function AnnotationItem(props: AnnotationItemProps) {
	const { row, annotation, state, nearest, change, lang, editing } = props;
	const { translate } = useTranslation();
	const { note, tags, color, selectors } = annotation;
	// The list is one stop for the tab key, and the controls of the row it stops at come after it.
	const { tabIndex } = row;
	return (
		<li class={`item ${color}`} {...row}>
			{state === 'orphan' ? (
				<OrphanQuote quote={selectors.quote} nearest={nearest} lang={lang} />
			) : (
				<blockquote lang={lang} dir="auto">
					{selectors.quote.exact}
				</blockquote>
			)}
			{state === 'changed' && change !== undefined && (
				<>
					<ChangedSince {...change} lang={lang} />
					<a
						href={`reader.html?article=${annotation.articleId}&versions=${annotation.version}..`}
						target="_blank"
						rel="noreferrer"
						tabIndex={tabIndex}
					>
						{translate('allChanges')}
					</a>
				</>
			)}
			{editing ? (
				<AnnotationEditor
					annotation={annotation}
					edit={props.edit}
					loadTags={props.loadTags}
					done={props.stopEditing}
				/>
			) : (
				<>
					{note !== '' && <NoteText note={note} tabIndex={tabIndex} />}
					{tags.length > 0 && (
						<ul class="tags" aria-label={translate('tags')}>
							{tags.map((tag) => (
								<li key={tag} dir="auto">
									{tag}
								</li>
							))}
						</ul>
					)}
				</>
			)}
			<div class="row">
				<span class="meta">
					<span class="dot" aria-hidden="true" />
					{colorLabel(translate, color)}
					{state !== undefined && <span class={`state ${state}`}>{translate(STATE_KEYS[state])}</span>}
				</span>
				<span class="acts">
					{(state !== 'orphan' || nearest !== undefined) && (
						<button type="button" class="plain" tabIndex={tabIndex} onClick={props.reveal}>
							{translate(state === 'orphan' ? 'showNearest' : 'showInPage')}
						</button>
					)}
					{state === 'orphan' && props.reattach && (
						<button type="button" class="plain" tabIndex={tabIndex} onClick={props.reattach}>
							{translate('reattach')}
						</button>
					)}
					{!editing && (
						<button type="button" class="plain" tabIndex={tabIndex} onClick={props.startEditing}>
							{translate('edit')}
						</button>
					)}
					{props.remove && (
						<button type="button" class="plain danger" tabIndex={tabIndex} onClick={props.remove}>
							{translate('delete')}
						</button>
					)}
				</span>
			</div>
		</li>
	);
}
