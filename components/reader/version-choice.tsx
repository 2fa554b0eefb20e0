import { useState } from 'preact/hooks';
import { formatMoment } from '../format-date.ts';
import { type MessageKey, useTranslation } from '../translation.ts';
import type { KeptVersion } from './kept-version.ts';

interface VersionChoiceProps {
	/** Oldest first; at least two. */
	readonly versions: readonly KeptVersion[];
	readonly compared: readonly [from: string, to: string] | undefined;
	readonly compare: (from: string, to: string) => void;
}

/** Picks the two versions to compare: the newest and the one before, unless the reader picks others. */
export function VersionChoice({ versions, compared, compare }: VersionChoiceProps) {
	const { translate, locale } = useTranslation();
	const [from, setFrom] = useState(compared?.[0] ?? versions.at(-2)?.fingerprint ?? '');
	const [to, setTo] = useState(compared?.[1] ?? versions.at(-1)?.fingerprint ?? '');
	const choice = (label: MessageKey, chosen: string, choose: (fingerprint: string) => void) => (
		<label>
			<span>{translate(label)}</span>
			<select value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
				{versions.toReversed().map(({ fingerprint, captured }) => (
					<option key={fingerprint} value={fingerprint}>
						{formatMoment(captured, locale)}
					</option>
				))}
			</select>
		</label>
	);
	return (
		<form
			onSubmit={(event) => {
				event.preventDefault();
				compare(from, to);
			}}
		>
			<fieldset>
				<legend>{translate('compareVersions')}</legend>
				{choice('compareFrom', from, setFrom)}
				{choice('compareTo', to, setTo)}
				<button type="submit" class="primary">
					{translate('showChanges')}
				</button>
			</fieldset>
		</form>
	);
}
