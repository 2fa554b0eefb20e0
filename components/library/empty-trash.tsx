import { useId, useRef } from 'preact/hooks';
import { plural, useTranslation } from '../translation.ts';
import type { TrashContents } from './trash-data.ts';

interface EmptyTrashProps {
	readonly contents: TrashContents;
	readonly empty: () => void;
}

/** The button that empties the trash. It asks once, and says what goes. */
export function EmptyTrash({ contents, empty }: EmptyTrashProps) {
	const translation = useTranslation();
	const { translate } = translation;
	const dialog = useRef<HTMLDialogElement>(null);
	const id = useId();
	const { articles, annotations, notes } = contents;
	return (
		<>
			<button type="button" onClick={() => dialog.current?.showModal()}>
				{translate('emptyTrash')}
			</button>
			<dialog ref={dialog} class="asks" aria-labelledby={id} aria-describedby={`${id}-what`}>
				<h3 id={id}>{translate('emptyTrashAsk')}</h3>
				<div id={`${id}-what`}>
					<p>{translate('emptyTrashWhat')}</p>
					<ul>
						{articles > 0 && <li>{plural(translation, 'articles', articles)}</li>}
						{annotations > 0 && <li>{plural(translation, 'annotations', annotations)}</li>}
						{notes > 0 && <li>{plural(translation, 'notes', notes)}</li>}
					</ul>
				</div>
				<form method="dialog">
					{/* The first to have the focus: Enter in haste destroys nothing. */}
					<button type="submit">{translate('cancel')}</button>
					<button type="submit" class="primary" onClick={empty}>
						{translate('deleteForEver')}
					</button>
				</form>
			</dialog>
		</>
	);
}
