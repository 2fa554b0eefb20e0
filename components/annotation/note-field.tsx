import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { useTranslation } from '../translation.ts';
import { NoteText } from './note-text.tsx';

interface NoteFieldProps {
	readonly note: string;
	readonly setNote: (note: string) => void;
	readonly field: RefObject<HTMLTextAreaElement | null>;
	/** The focus has left the field. */
	readonly left: () => void;
}

/** In a longer note the field keeps its height, in UTF-16 code units: to measure all of it at each key takes long. */
const LONGEST_GROWN = 10_000;

/** Lines that the field shows before it scrolls. */
const [FEWEST_LINES, MOST_LINES] = [5, 14];

/**
 * The note of an annotation. At rest it is shown as its Markdown means it; a click on it, or the focus, brings the field
 * forward, which lies beneath it. What was written in keeps its height when it is left: nothing moves away under a pointer.
 */
export function NoteField({ note, setNote, field, left }: NoteFieldProps) {
	const { translate } = useTranslation();
	const [isWriting, setWriting] = useState(false);
	const [height, setHeight] = useState<number>();
	const isResting = !isWriting && note.trim() !== '';

	const write = (event: MouseEvent): void => {
		const isOnLink = (event.target as Element).closest('a') !== null;
		const selection = window.getSelection();
		if (isOnLink || (selection !== null && selection.toString() !== '')) return;
		field.current?.focus();
		field.current?.setSelectionRange(note.length, note.length);
	};

	return (
		<div
			class={isResting ? 'note-field resting' : 'note-field'}
			style={isResting && height !== undefined ? { minBlockSize: `${height}px` } : {}}
		>
			{isResting && (
				// biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: by key the field itself is reached.
				<div class="rendered" onClick={write}>
					<NoteText note={note} />
				</div>
			)}
			<textarea
				ref={field}
				class={note.length > LONGEST_GROWN ? '' : 'grows'}
				dir="auto"
				aria-label={translate('note')}
				rows={Math.min(MOST_LINES, Math.max(FEWEST_LINES, note.split('\n').length + 1))}
				value={note}
				placeholder={translate('notePlaceholder')}
				onInput={(event) => setNote(event.currentTarget.value)}
				onFocus={() => setWriting(true)}
				onBlur={(event) => {
					setHeight(event.currentTarget.offsetHeight);
					setWriting(false);
					left();
				}}
			/>
		</div>
	);
}
