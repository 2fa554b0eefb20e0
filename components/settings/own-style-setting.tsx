import { useRef, useState } from 'preact/hooks';
import type { StyleTrouble } from '../../utils/domain/citation-style.ts';
import { type MessageKey, useTranslation } from '../translation.ts';
import type { CitationActions, StyleTried } from './citation-state.ts';

const TROUBLE_KEYS: Readonly<Record<StyleTrouble['kind'], MessageKey>> = {
	'not-xml': 'styleNotXml',
	'not-style': 'styleNotStyle',
	'too-large': 'styleTooLarge',
	version: 'styleVersion',
	dependent: 'styleDependent',
	'no-bibliography': 'styleNoBibliography',
	refused: 'styleRefused',
};

/** Where styles are, and the one that is asked for most among those that are not packed. */
const STYLES = 'https://www.zotero.org/styles/';
const EXAMPLE = `${STYLES}china-national-standard-gb-t-7714-2025-numeric`;

interface OwnStyleSettingProps extends Pick<CitationActions, 'tryStyle'> {
	readonly isKept: boolean;
	/** Another is kept now. */
	readonly taken: () => void;
	readonly remove: () => void;
}

/** The reader's own style: out of a file, shown at work before it is kept. */
export function OwnStyleSetting({ isKept, tryStyle, taken, remove }: OwnStyleSettingProps) {
	const { translate } = useTranslation();
	const picker = useRef<HTMLInputElement>(null);
	const opener = useRef<HTMLButtonElement>(null);
	const [tried, setTried] = useState<StyleTried>();
	const [isRefused, setRefused] = useState(false);

	function show(next?: StyleTried): void {
		setTried(next);
		setRefused(false);
	}
	/** What was shown goes, with the button that had the focus. */
	function close(): void {
		show();
		opener.current?.focus();
	}

	function use(): void {
		taken();
		close();
	}

	return (
		<>
			<p class="quiet">
				{translate('styleLong')} <Link address={STYLES} />
				<br />
				<bdi dir="ltr">
					GB/T 7714—2025: <Link address={EXAMPLE} />
				</bdi>
			</p>
			<p class="row">
				<button ref={opener} type="button" onClick={() => picker.current?.click()}>
					{translate('styleOwn')}
				</button>
				{isKept && (
					<button
						type="button"
						onClick={() => {
							remove();
							close();
						}}
					>
						{translate('styleRemove')}
					</button>
				)}
			</p>
			<input
				ref={picker}
				type="file"
				class="visually-hidden"
				tabIndex={-1}
				aria-hidden="true"
				accept=".csl,.xml"
				onChange={async ({ currentTarget }) => {
					const [file] = currentTarget.files ?? [];
					show();
					if (file) show(await tryStyle(file));
					// The same may be chosen again.
					currentTarget.value = '';
				}}
			/>
			<div class="style-tried" role="status">
				{tried?.trouble && <p class="trouble">{translate(TROUBLE_KEYS[tried.trouble.kind], tried.trouble.detail)}</p>}
				{tried && !tried.trouble && (
					<>
						<p>
							<bdi>{tried.title}</bdi>
						</p>
						<blockquote dir="auto">{tried.reference}</blockquote>
						{isRefused && <p class="trouble">{translate('settingsNotSaved')}</p>}
						<p class="row">
							<button type="button" class="primary" onClick={() => void tried.keep().then(use, () => setRefused(true))}>
								{translate('styleKeep')}
							</button>
							<button type="button" onClick={close}>
								{translate('cancel')}
							</button>
						</p>
					</>
				)}
			</div>
		</>
	);
}

function Link({ address }: { readonly address: string }) {
	return (
		<a href={address} target="_blank" rel="noreferrer" dir="ltr">
			{address.replace('https://www.', '')}
		</a>
	);
}
