import { CITATION_STYLES, type CitationStyle } from '../../utils/domain/citation-style.ts';
import type { Settings } from '../../utils/domain/settings.ts';
import { useTranslation } from '../translation.ts';
import { Choice } from './choice.tsx';
import type { SettingsActions } from './settings-state.ts';

/** What the styles call themselves, in every language. */
const NAMES: Readonly<Record<CitationStyle, string>> = {
	apa: 'APA',
	chicago: 'Chicago',
	mla: 'MLA',
	iso690: 'ISO 690',
	'gbt7714-2015': 'GB/T 7714—2015',
};

interface CitationSettingProps {
	readonly citation: Settings['citation'];
	readonly change: SettingsActions['change'];
}

/** The style of the reference below each exported quote. */
export function CitationSetting({ citation, change }: CitationSettingProps) {
	const { translate } = useTranslation();
	return (
		<>
			<Choice
				name={translate('citationStyle')}
				values={['none', ...CITATION_STYLES] as const}
				chosen={citation}
				wordsOf={(style) => (style === 'none' ? translate('citationNone') : NAMES[style])}
				choose={(style) => change((before) => ({ ...before, citation: style }))}
			/>
			<p class="quiet">{translate('citationLong')}</p>
			{/* The words that the processor's licence asks for (CPAL 1.0, 14). */}
			<p class="quiet" lang="en" dir="ltr">
				<a href="https://citationstyles.org/" target="_blank" rel="noreferrer">
					Citations by CSL (citeproc-js)
				</a>
			</p>
		</>
	);
}
