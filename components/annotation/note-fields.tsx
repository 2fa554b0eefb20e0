import type { RefObject } from 'preact';
import { useTranslation } from '../translation.ts';

interface NoteFieldsProps {
	readonly note: string;
	/** As typed: separated by commas. */
	readonly tags: string;
	readonly setNote: (note: string) => void;
	readonly setTags: (tags: string) => void;
	readonly noteField: RefObject<HTMLTextAreaElement | null>;
	/** The focus has left a field. */
	readonly left?: (() => void) | undefined;
}

/** The fields in which a reader writes on an annotation, beside the passage and in the list alike. */
export function NoteFields({ note, tags, setNote, setTags, noteField, left }: NoteFieldsProps) {
	const { translate } = useTranslation();
	return (
		<>
			<label>
				<span class="label">{translate('note')}</span>
				<textarea
					ref={noteField}
					dir="auto"
					rows={4}
					value={note}
					placeholder={translate('notePlaceholder')}
					onInput={(event) => setNote(event.currentTarget.value)}
					onBlur={left}
				/>
			</label>
			<label>
				<span class="label">{translate('tags')}</span>
				<input
					dir="auto"
					value={tags}
					placeholder={translate('tagsPlaceholder')}
					onInput={(event) => setTags(event.currentTarget.value)}
					onBlur={left}
				/>
			</label>
		</>
	);
}
