import { useEffect, useRef, useState } from 'preact/hooks';
import type { Annotation } from '../../utils/domain/annotation.ts';
import { NoteField } from '../annotation/note-field.tsx';
import { StyleChoice } from '../annotation/style-choice.tsx';
import { TagsField } from '../annotation/tags-field.tsx';
import { useTyped } from '../annotation/use-typed.ts';
import { Swatches } from '../page/swatches.tsx';
import { useTranslation } from '../translation.ts';
import type { EditAnnotation } from './panel-state.ts';

interface AnnotationEditorProps {
	readonly annotation: Annotation;
	readonly edit: EditAnnotation<boolean>;
	readonly loadTags: () => Promise<readonly string[]>;
	readonly done: () => void;
}

/** Edits an annotation in the list. What is typed is kept while it is typed, and stays in its field where it cannot be. */
export function AnnotationEditor({ annotation, edit, loadTags, done }: AnnotationEditorProps) {
	const { translate } = useTranslation();
	const field = useRef<HTMLTextAreaElement>(null);
	/** What is typed while the editor is open is one act. */
	const [session] = useState(() => crypto.randomUUID());
	const typed = useTyped(annotation, (content, isLeaving) => edit(content, { session, isLeaving }));
	useEffect(() => {
		const { current } = field;
		current?.focus();
		current?.setSelectionRange(current.value.length, current.value.length);
	}, []);

	const save = async (): Promise<void> => {
		if (await typed.handIn()) done();
	};

	return (
		<form
			class="editor"
			onSubmit={(event) => {
				event.preventDefault();
				void save();
			}}
			onKeyDown={(event) => {
				// Escape that ends a composition is the input method's.
				if (event.isComposing) return;
				if (event.key !== 'Escape' && !(event.key === 'Enter' && (event.ctrlKey || event.metaKey))) return;
				event.preventDefault();
				event.stopPropagation();
				void save();
			}}
		>
			<NoteField note={typed.note} setNote={typed.setNote} field={field} left={typed.handIn} />
			<TagsField tags={typed.tags} setTags={typed.setTags} loadTags={loadTags} left={typed.handIn} />
			<div class="row">
				<span class="row">
					<Swatches chosen={annotation.color} choose={(color) => void edit({ color })} />
				</span>
				<StyleChoice chosen={annotation.style} choose={(style) => void edit({ style })} />
				<button type="submit" class="primary end">
					{translate('save')}
				</button>
			</div>
		</form>
	);
}
