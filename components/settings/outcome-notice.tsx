import { useFocusReturn } from '../focus-return.ts';
import { useTranslation } from '../translation.ts';
import type { SettingsOutcome } from './settings-state.ts';

interface OutcomeNoticeProps {
	readonly outcome: SettingsOutcome;
	readonly undo: () => void;
	readonly retry: () => void;
}

/** Says at the lower edge what became of a change. The regions are always there: screen readers tell what comes into them. */
export function OutcomeNotice({ outcome, undo, retry }: OutcomeNoticeProps) {
	const { translate } = useTranslation();
	const { onFocusIn, giveBack } = useFocusReturn();
	// The button is gone the next moment.
	const press = (act: () => void) => () => {
		giveBack();
		act();
	};
	return (
		<div class={outcome === 'none' ? 'outcome' : 'outcome notice'} onFocusIn={onFocusIn}>
			<span role="status">
				{outcome === 'saved' && translate('settingsSaved')}
				{outcome === 'reset' && translate('settingsWereReset')}
			</span>
			<span role="alert">{outcome === 'failed' && translate('settingsNotSaved')}</span>
			{outcome === 'reset' && (
				<button type="button" onClick={press(undo)}>
					{translate('undo')}
				</button>
			)}
			{outcome === 'failed' && (
				<button type="button" onClick={press(retry)}>
					{translate('retry')}
				</button>
			)}
		</div>
	);
}
