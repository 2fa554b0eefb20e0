import { useEffect, useRef } from 'preact/hooks';
import { useTranslation } from '../translation.ts';
import { libraryAddress } from './library-address.ts';

interface ImportChooserProps {
	/** Whether what is chosen goes on with an import that was stopped. */
	readonly isResuming: boolean;
	readonly choose: (files: readonly File[]) => void;
}

/** Where files and folders are chosen, and are told that they can be dropped. */
export function ImportChooser({ isResuming, choose }: ImportChooserProps) {
	const { translate } = useTranslation();
	const files = useRef<HTMLInputElement>(null);
	const folder = useRef<HTMLInputElement>(null);
	const chooseFolder = useRef<HTMLButtonElement>(null);
	useEffect(() => {
		if (isResuming) chooseFolder.current?.focus();
	}, [isResuming]);

	function take(input: HTMLInputElement): void {
		choose([...(input.files ?? [])]);
		// The same may be chosen again.
		input.value = '';
	}

	return (
		<section class="import-chooser" aria-label={translate('importChooser')}>
			<p>{translate(isResuming ? 'importResumeHow' : 'importDrop')}</p>
			<div class="import-buttons">
				<button
					ref={chooseFolder}
					type="button"
					class={isResuming ? 'primary' : undefined}
					onClick={() => folder.current?.click()}
				>
					{translate('importFolder')}
				</button>
				<button type="button" class={isResuming ? undefined : 'primary'} onClick={() => files.current?.click()}>
					{translate('importFiles')}
				</button>
			</div>
			<p class="quiet">{translate('importForms')}</p>
			<p class="quiet">
				<a href={libraryAddress({ view: 'backup' })}>{translate('exchangeIn')}</a>
			</p>
			<input
				ref={files}
				type="file"
				class="visually-hidden"
				tabIndex={-1}
				aria-hidden="true"
				multiple
				onChange={({ currentTarget }) => take(currentTarget)}
			/>
			<input
				ref={folder}
				type="file"
				class="visually-hidden"
				tabIndex={-1}
				aria-hidden="true"
				{...{ webkitdirectory: true }}
				onChange={({ currentTarget }) => take(currentTarget)}
			/>
		</section>
	);
}
