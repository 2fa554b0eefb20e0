import { ReadingChoices } from '../reader/reading-choices.tsx';
import { useTranslation } from '../translation.ts';
import { BackupState } from './backup-state.tsx';
import { CitationSetting } from './citation-setting.tsx';
import { ColorSettings } from './color-settings.tsx';
import { DiagnosticLog } from './diagnostic-log.tsx';
import { FileAccessState } from './file-access-state.tsx';
import { KeySettings } from './key-settings.tsx';
import { LanguageSetting } from './language-setting.tsx';
import { OutcomeNotice } from './outcome-notice.tsx';
import { PanelKey } from './panel-key.tsx';
import type { SettingsActions, SettingsState } from './settings-state.ts';
import { TemplateSetting } from './template-setting.tsx';

interface SettingsPageProps {
	readonly state: SettingsState;
	readonly actions: SettingsActions;
}

/** What a reader decides once, for every article. Each change is kept at once. */
export function SettingsPage({ state, actions }: SettingsPageProps) {
	const { translate } = useTranslation();
	const { settings, outcome, panelKey, fileAccess, browser } = state;
	const { change } = actions;
	return (
		<main class="settings" tabIndex={-1}>
			<header>
				<h1>{translate('settings')}</h1>
				<a href="library.html">{translate('library')}</a>
			</header>
			<section aria-labelledby="language">
				<h2 id="language">{translate('languageTitle')}</h2>
				<LanguageSetting language={settings.language} change={change} />
			</section>
			<section aria-labelledby="colors">
				<h2 id="colors">{translate('colorsTitle')}</h2>
				<p class="quiet">{translate('colorsLong')}</p>
				<ColorSettings settings={settings} change={change} />
			</section>
			<section aria-labelledby="selecting">
				<h2 id="selecting">{translate('toolbarTitle')}</h2>
				<label class="switch">
					<input
						type="checkbox"
						checked={settings.toolbar}
						aria-describedby="toolbar-long"
						onChange={({ currentTarget: { checked } }) => change((before) => ({ ...before, toolbar: checked }))}
					/>
					{translate('toolbarSetting')}
				</label>
				<p class="quiet" id="toolbar-long">
					{translate('toolbarSettingLong')}
				</p>
			</section>
			<section aria-labelledby="keys">
				<h2 id="keys">{translate('keysTitle')}</h2>
				<p class="quiet">{translate('keysLong')}</p>
				<KeySettings keys={settings.keys} change={change} />
				<PanelKey panelKey={panelKey} browser={browser} actions={actions} />
			</section>
			<section aria-labelledby="reader">
				<h2 id="reader">{translate('readerTitle')}</h2>
				<ReadingChoices look={settings.reader} choose={(reader) => change((before) => ({ ...before, reader }))} />
			</section>
			<section aria-labelledby="exports">
				<h2 id="exports">{translate('exportTitle')}</h2>
				<CitationSetting state={state} actions={actions} />
			</section>
			<section aria-labelledby="template">
				<h2 id="template">{translate('templateTitle')}</h2>
				<TemplateSetting stored={state.template} tryTemplate={actions.tryTemplate} />
			</section>
			<section aria-labelledby="files">
				<h2 id="files">{translate('filesTitle')}</h2>
				<FileAccessState fileAccess={fileAccess} browser={browser} />
			</section>
			<section aria-labelledby="backup">
				<h2 id="backup">{translate('backupTitle')}</h2>
				<BackupState lastBackup={state.lastBackup} />
			</section>
			<section aria-labelledby="diagnostics">
				<h2 id="diagnostics">{translate('diagnosticsTitle')}</h2>
				<DiagnosticLog diagnostics={state.diagnostics} copyText={actions.copyText} clearLog={actions.clearLog} />
			</section>
			<section class="last">
				<button type="button" onClick={actions.reset}>
					{translate('settingsReset')}
				</button>
			</section>
			<OutcomeNotice outcome={outcome} undo={actions.undoReset} retry={actions.retry} />
		</main>
	);
}
