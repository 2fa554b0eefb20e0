import { useRef } from 'preact/hooks';
import { useTranslation } from '../translation.ts';

interface ImportProps {
	/** What is said of the files last opened, one line each. */
	readonly refusals: readonly string[];
	readonly openFiles: (files: readonly File[]) => void;
}

/** Brings in saved articles, picked or dropped. */
export function Import({ refusals, openFiles }: ImportProps) {
	const { translate } = useTranslation();
	const picker = useRef<HTMLInputElement>(null);
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: what is dropped can be picked as well.
		<div
			onDragOver={(event) => event.preventDefault()}
			onDrop={(event) => {
				event.preventDefault();
				openFiles([...(event.dataTransfer?.files ?? [])]);
			}}
		>
			<h2>{translate('addSavedArticles')}</h2>
			<button type="button" class="primary" onClick={() => picker.current?.click()}>
				{translate('openSavedFile')}
			</button>
			<input
				ref={picker}
				type="file"
				class="visually-hidden"
				tabIndex={-1}
				aria-hidden="true"
				multiple
				accept=".txt,.md,.html,.htm,text/*"
				onChange={(event) => {
					openFiles([...(event.currentTarget.files ?? [])]);
					event.currentTarget.value = '';
				}}
			/>
			{refusals.map((refusal) => (
				<p key={refusal} role="alert" class="hint">
					{refusal}
				</p>
			))}
		</div>
	);
}
