import { type Settings, UI_LANGUAGES, type UiLanguage } from '../../utils/domain/settings.ts';
import { useTranslation } from '../translation.ts';
import type { SettingsActions } from './settings-state.ts';

/** Each language by its own name: who looks for it may not read the one that is shown. */
const NAMES: Record<UiLanguage, string> = {
	en: 'English',
	fr: 'Français',
	es: 'Español',
	pt_BR: 'Português (Brasil)',
	pt_PT: 'Português (Portugal)',
	zh_CN: '简体中文',
	zh_TW: '繁體中文',
	fa: 'فارسی',
	ru: 'Русский',
	uk: 'Українська',
	ro: 'Română',
	vi: 'Tiếng Việt',
	sw: 'Kiswahili',
};

interface LanguageSettingProps {
	readonly language: Settings['language'];
	readonly change: SettingsActions['change'];
}

/** The language of the interface, in pages and in our own. */
export function LanguageSetting({ language, change }: LanguageSettingProps) {
	const { translate } = useTranslation();
	return (
		<select
			aria-labelledby="language"
			value={language}
			onChange={({ currentTarget: { value } }) =>
				change((before) => ({ ...before, language: UI_LANGUAGES.find((each) => each === value) ?? 'browser' }))
			}
		>
			<option value="browser">{translate('languageBrowser')}</option>
			{UI_LANGUAGES.map((each) => (
				<option key={each} value={each} lang={each.replace('_', '-')}>
					{NAMES[each]}
				</option>
			))}
		</select>
	);
}
