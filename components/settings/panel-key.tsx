import { useState } from 'preact/hooks';
import { useTranslation } from '../translation.ts';
import type { SettingsActions, SettingsState } from './settings-state.ts';

/** Where the browsers let the keys of extensions be changed. */
const PLACES = { chrome: 'chrome://extensions/shortcuts', firefox: 'about:addons' } as const;

interface PanelKeyProps extends Pick<SettingsState, 'panelKey' | 'browser'> {
	readonly actions: Pick<SettingsActions, 'openBrowserKeys' | 'copyText'>;
}

/** The one key that the browser itself keeps. Pages cannot lead to the place where it is changed; its address is copied. */
export function PanelKey({ panelKey, browser, actions }: PanelKeyProps) {
	const { translate } = useTranslation();
	const [isCopied, setCopied] = useState(false);
	return (
		<div class="panel-key">
			<p class="key-row">
				<span>{translate('commandTogglePanel')}</span>
				<kbd dir="ltr">{panelKey === '' ? translate('keyOff') : panelKey}</kbd>
			</p>
			<p class="quiet">{translate(browser === 'chrome' ? 'panelKeyHelpChrome' : 'panelKeyHelpFirefox')}</p>
			<p class="row">
				<code dir="ltr">{PLACES[browser]}</code>
				<button type="button" onClick={() => void actions.copyText(PLACES[browser]).then(() => setCopied(true))}>
					{translate('copy')}
				</button>
				<button type="button" onClick={actions.openBrowserKeys}>
					{translate('panelKeyOpen')}
				</button>
				<span role="status" class="quiet">
					{isCopied && translate('copied')}
				</span>
			</p>
		</div>
	);
}
