import { useEffect, useRef, useState } from 'preact/hooks';
import type { Annotation } from '../../utils/domain/annotation.ts';
import { NoteFields } from '../annotation/note-fields.tsx';
import { formatTags, parseTags } from '../annotation/tags.ts';
import { Swatches } from '../page/swatches.tsx';
import { useTranslation } from '../translation.ts';

interface AnnotationEditorProps {
	readonly annotation: Annotation;
	readonly edit: (changes: Partial<Pick<Annotation, 'note' | 'tags' | 'color'>>) => Promise<boolean>;
	readonly done: () => void;
}

/** Edits an annotation in the list. What was typed stays in its field until it is kept. */
export function AnnotationEditor({ annotation, edit, done }: AnnotationEditorProps) {
	const { translate } = useTranslation();
	const [note, setNote] = useState(annotation.note);
	const [tags, setTags] = useState(formatTags(annotation.tags));
	const field = useRef<HTMLTextAreaElement>(null);
	useEffect(() => field.current?.focus(), []);

	const save = async (): Promise<void> => {
		const parsed = parseTags(tags);
		const changes = {
			...(note !== annotation.note && { note }),
			...(formatTags(parsed) !== formatTags(annotation.tags) && { tags: parsed }),
		};
		if (Object.keys(changes).length === 0 || (await edit(changes))) done();
	};

	return (
		<form
			class="editor"
			onSubmit={(event) => {
				event.preventDefault();
				void save();
			}}
			onKeyDown={(event) => {
				if (event.key !== 'Escape' && !(event.key === 'Enter' && (event.ctrlKey || event.metaKey))) return;
				event.preventDefault();
				event.stopPropagation();
				void save();
			}}
		>
			<NoteFields note={note} tags={tags} setNote={setNote} setTags={setTags} noteField={field} />
			<div class="row">
				<Swatches chosen={annotation.color} choose={(color) => void edit({ color })} />
				<button type="submit" class="primary end">
					{translate('save')}
				</button>
			</div>
		</form>
	);
}
