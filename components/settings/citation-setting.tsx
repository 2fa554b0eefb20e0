import { CITATION_STYLES, type CitationStyle } from '../../utils/domain/citation-style.ts';
import { useTranslation } from '../translation.ts';
import { Choice } from './choice.tsx';
import { OwnStyleSetting } from './own-style-setting.tsx';
import type { SettingsActions, SettingsState } from './settings-state.ts';

/** What the styles call themselves, in every language. */
const NAMES: Readonly<Record<CitationStyle, string>> = {
	apa: 'APA',
	chicago: 'Chicago',
	mla: 'MLA',
	iso690: 'ISO 690',
	'gbt7714-2015': 'GB/T 7714—2015',
};

interface CitationSettingProps {
	readonly state: Pick<SettingsState, 'settings' | 'ownStyle'>;
	readonly actions: Pick<SettingsActions, 'change' | 'tryStyle' | 'removeStyle'>;
}

/** The style of the reference below each exported quote. */
export function CitationSetting({ state: { settings, ownStyle }, actions }: CitationSettingProps) {
	const { translate } = useTranslation();
	const { citation } = settings;
	const choose = (style: typeof citation) => actions.change((before) => ({ ...before, citation: style }));
	return (
		<>
			<Choice
				name={translate('citationStyle')}
				values={['none', ...CITATION_STYLES, ...(ownStyle === undefined ? [] : (['own'] as const))]}
				chosen={citation === 'own' && ownStyle === undefined ? 'none' : citation}
				wordsOf={(style) => {
					if (style === 'none') return translate('citationNone');
					return style === 'own' ? (ownStyle ?? '') : NAMES[style];
				}}
				choose={choose}
			/>
			<p class="quiet">{translate('citationLong')}</p>
			<OwnStyleSetting
				isKept={ownStyle !== undefined}
				tryStyle={actions.tryStyle}
				taken={() => choose('own')}
				remove={() => {
					if (citation === 'own') choose('none');
					actions.removeStyle();
				}}
			/>
			{/* The words that the processor's licence asks for (CPAL 1.0, 14). */}
			<p class="quiet" lang="en" dir="ltr">
				<a href="https://citationstyles.org/" target="_blank" rel="noreferrer">
					Citations by CSL (citeproc-js)
				</a>
			</p>
		</>
	);
}
