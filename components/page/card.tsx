import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Annotation } from '../../utils/domain/annotation.ts';
import type { Color } from '../../utils/domain/color.ts';
import type { AnchorOutcome } from '../../utils/domain/outcome.ts';
import type { ChangeOrigin } from '../../utils/domain/passage-change.ts';
import type { ChineseEdition } from '../../utils/domain/twin.ts';
import { ChangedSince } from '../annotation/changed-since.tsx';
import { FROM_EDITION } from '../annotation/from-edition.ts';
import { NoteFields } from '../annotation/note-fields.tsx';
import { formatTags, parseTags } from '../annotation/tags.ts';
import { useTranslation } from '../translation.ts';
import { Beside } from './beside.tsx';
import type { Box } from './placement.ts';
import { Swatches } from './swatches.tsx';

export interface CardProps {
	readonly annotation: Annotation;
	readonly outcome: AnchorOutcome;
	/** Of a passage that has other words now. */
	readonly origin?: ChangeOrigin | undefined;
	/** The edition it is from, where it is the twin's: it is taken away there. */
	readonly fromEdition: ChineseEdition | undefined;
	readonly boxes: readonly Box[];
	/** The column of the article: the card stands in the margin beside it where there is room. */
	readonly column: Box;
	readonly dir: 'ltr' | 'rtl';
	/** Opened in order to write: the note takes the focus. */
	readonly writing: boolean;
	/** False where the page might listen; then the note is written elsewhere. */
	readonly canType: boolean;
	readonly changeColor: (color: Color) => void;
	readonly save: (id: string, content: { note: string; tags: readonly string[] }) => void;
	readonly close: () => void;
	readonly remove: () => void;
	readonly openNoteOutside: () => void;
	readonly showChanges: () => void;
	/** What can be done with the passage itself. */
	readonly children?: ComponentChildren;
}

const SIDES = ['aside', 'below', 'above'] as const;

/** One annotation beside its passage: note, tags, colour. What was typed is kept whichever way the card is left. */
export function Card(props: CardProps) {
	const { annotation, outcome, origin, fromEdition, boxes, dir, writing, canType, close } = props;
	const { translate } = useTranslation();
	const [note, setNote] = useState(annotation.note);
	const [tags, setTags] = useState(formatTags(annotation.tags));
	const noteField = useRef<HTMLTextAreaElement>(null);
	const card = useRef<HTMLDivElement>(null);
	const typed = useRef({ note, tags, annotation, save: props.save });
	typed.current = { note, tags, annotation, save: props.save };

	const keep = (): void => {
		const { note, tags, annotation, save } = typed.current;
		const parsed = parseTags(tags);
		if (note !== annotation.note || formatTags(parsed) !== formatTags(annotation.tags))
			save(annotation.id, { note, tags: parsed });
	};

	useEffect(() => {
		if (writing && canType) noteField.current?.focus();
		else card.current?.focus();
		// Leaving the page or closing the card in whatever way keeps what was typed.
		const hidden = (): void => {
			if (document.visibilityState === 'hidden') keep();
		};
		document.addEventListener('visibilitychange', hidden);
		window.addEventListener('pagehide', keep);
		return () => {
			document.removeEventListener('visibilitychange', hidden);
			window.removeEventListener('pagehide', keep);
			keep();
		};
	}, [annotation.id]);

	return (
		<Beside boxes={boxes} dir={dir} sides={SIDES} column={props.column}>
			<div
				ref={card}
				class={`card ${annotation.color}`}
				role="dialog"
				aria-label={translate('annotation')}
				tabIndex={-1}
				onKeyDown={(event) => {
					if (event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))) {
						event.preventDefault();
						keep();
						close();
					}
				}}
			>
				{fromEdition !== undefined && <p class="label">{translate(FROM_EDITION[fromEdition])}</p>}
				{outcome.state === 'changed' && origin !== undefined && fromEdition === undefined && (
					<div>
						<ChangedSince {...origin} differences={outcome.differences} />
						<button type="button" class="plain small" onClick={props.showChanges}>
							{translate('allChanges')}
						</button>
					</div>
				)}
				{canType ? (
					<NoteFields note={note} tags={tags} setNote={setNote} setTags={setTags} noteField={noteField} left={keep} />
				) : (
					<>
						{annotation.note !== '' && (
							<p class="note-text" dir="auto">
								{annotation.note}
							</p>
						)}
						<button type="button" onClick={props.openNoteOutside}>
							{translate('writeNoteOutside')}
						</button>
					</>
				)}
				<div class="row">
					<Swatches chosen={annotation.color} choose={props.changeColor} />
				</div>
				{props.children}
				<div class="row ends">
					{fromEdition === undefined && (
						<button type="button" class="plain danger" onClick={props.remove}>
							{translate('delete')}
						</button>
					)}
					<button
						type="button"
						class="primary"
						onClick={() => {
							keep();
							close();
						}}
					>
						{translate('done')}
					</button>
				</div>
			</div>
		</Beside>
	);
}
