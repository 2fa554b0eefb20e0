import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Annotation } from '../../utils/domain/annotation.ts';
import type { Color, Style } from '../../utils/domain/color.ts';
import type { AnchorOutcome } from '../../utils/domain/outcome.ts';
import type { ChangeOrigin } from '../../utils/domain/passage-change.ts';
import type { ChineseEdition } from '../../utils/domain/twin.ts';
import { ChangedSince } from '../annotation/changed-since.tsx';
import { FROM_EDITION } from '../annotation/from-edition.ts';
import { NoteField } from '../annotation/note-field.tsx';
import { NoteText } from '../annotation/note-text.tsx';
import { StyleChoice } from '../annotation/style-choice.tsx';
import { TagsField } from '../annotation/tags-field.tsx';
import { type TypedContent, useTyped } from '../annotation/use-typed.ts';
import { useTranslation } from '../translation.ts';
import { CardFrame } from './card-frame.tsx';
import type { Box } from './placement.ts';
import { Swatches } from './swatches.tsx';
import { useSeen } from './use-seen.ts';

export interface CardProps {
	readonly annotation: Annotation;
	readonly outcome: AnchorOutcome;
	/** Of a passage that has other words now. */
	readonly origin?: ChangeOrigin | undefined;
	/** The edition it is from, where it is the twin's: it is copied and taken away there. */
	readonly fromEdition: ChineseEdition | undefined;
	readonly boxes: readonly Box[];
	/** The column of the article: the card stands in the margin beside it where there is room. */
	readonly column: Box;
	readonly dir: 'ltr' | 'rtl';
	/** Opened in order to write: the note takes the focus. */
	readonly writing: boolean;
	/** False where the page might listen; then the note is written elsewhere. */
	readonly canType: boolean;
	/** What is typed while the card is open is one act. */
	readonly session: string;
	readonly changeColor: (color: Color) => void;
	readonly changeStyle: (style: Style) => void;
	/** Every tag in use, the most used first. */
	readonly loadTags: () => Promise<readonly string[]>;
	readonly save: (id: string, content: TypedContent, session: string, isLeaving: boolean) => void;
	readonly copyQuote: () => void;
	readonly copyLink: () => void;
	readonly close: () => void;
	readonly remove: () => void;
	readonly openNoteOutside: () => void;
	readonly showChanges: () => void;
	/** What can be done with the passage itself. */
	readonly children?: ComponentChildren;
}

/** One annotation beside its passage: note, tags, colour, style. What is typed is kept while it is typed. */
export function Card(props: CardProps) {
	const { annotation, outcome, origin, fromEdition, boxes, column, dir, writing, canType, close } = props;
	const { translate } = useTranslation();
	const noteField = useRef<HTMLTextAreaElement>(null);
	const card = useRef<HTMLDivElement>(null);
	const acts = useRef<HTMLDivElement>(null);
	const isSeen = useSeen(acts);
	/** Of when it was opened: words typed here are of that session even where another card has been opened since. */
	const session = useRef(props.session);
	const typed = useTyped(annotation, (content, isLeaving) => {
		props.save(annotation.id, content, session.current, isLeaving);
		return undefined;
	});

	const write = (): void => {
		const field = noteField.current;
		field?.focus();
		field?.setSelectionRange(field.value.length, field.value.length);
	};
	useEffect(() => {
		if (writing && canType) write();
		else card.current?.focus();
	}, []);

	const leave = (): void => {
		void typed.handIn();
		close();
	};
	const press = (event: KeyboardEvent): void => {
		// Escape that ends a composition is the input method's.
		if (event.isComposing) return;
		const isDone = event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey));
		if (isDone) leave();
		else if (event.key === 'Enter' && event.target === card.current && canType) write();
		else return;
		event.preventDefault();
	};

	return (
		<CardFrame boxes={boxes} dir={dir} column={column}>
			<div
				ref={card}
				class={`card ${annotation.color}`}
				role="dialog"
				aria-label={translate('annotation')}
				tabIndex={-1}
				onKeyDown={press}
			>
				{fromEdition !== undefined && <p class="card-part label">{translate(FROM_EDITION[fromEdition])}</p>}
				{outcome.state === 'changed' && origin !== undefined && fromEdition === undefined && (
					<div class="card-part">
						<ChangedSince {...origin} differences={outcome.differences} />
						<button type="button" class="plain small" onClick={props.showChanges}>
							{translate('allChanges')}
						</button>
					</div>
				)}
				{canType ? (
					<>
						<NoteField note={typed.note} setNote={typed.setNote} field={noteField} left={typed.handIn} />
						<TagsField tags={typed.tags} setTags={typed.setTags} loadTags={props.loadTags} left={typed.handIn} />
					</>
				) : (
					<div class="card-part">
						{annotation.note !== '' && <NoteText note={annotation.note} />}
						<button type="button" onClick={props.openNoteOutside}>
							{translate('writeNoteOutside')}
						</button>
					</div>
				)}
				<div class="card-look">
					<span class="row">
						<Swatches chosen={annotation.color} choose={props.changeColor} />
					</span>
					<StyleChoice chosen={annotation.style} choose={props.changeStyle} />
				</div>
				{props.children}
				<div ref={acts} class="card-acts">
					{fromEdition === undefined && (
						<>
							<button type="button" class="plain" onClick={props.copyQuote}>
								{translate('copyQuote')}
							</button>
							<button type="button" class="plain" onClick={props.copyLink}>
								{translate('copyLink')}
							</button>
							<button type="button" class="plain danger" onClick={(event) => isSeen(event) && props.remove()}>
								{translate('delete')}
							</button>
						</>
					)}
					<button type="button" class="primary" onClick={leave}>
						{translate('done')}
					</button>
				</div>
			</div>
		</CardFrame>
	);
}
