import { READER_FONTS, READER_SIZES, READER_THEMES, type Settings } from '../../utils/domain/settings.ts';
import { type MessageKey, useTranslation } from '../translation.ts';
import { Choice } from './choice.tsx';
import type { SettingsActions } from './settings-state.ts';

type ReaderLook = Settings['reader'];

const THEME_KEYS: Record<ReaderLook['theme'], MessageKey> = {
	system: 'themeSystem',
	light: 'themeLight',
	sepia: 'themeSepia',
	dark: 'themeDark',
};
const FONT_KEYS: Record<ReaderLook['font'], MessageKey> = { serif: 'fontSerif', sans: 'fontSans' };

interface ReaderSettingsProps {
	readonly reader: ReaderLook;
	readonly change: SettingsActions['change'];
}

/** How articles look in En marge's own reader. */
export function ReaderSettings({ reader, change }: ReaderSettingsProps) {
	const { translate, locale } = useTranslation();
	const percent = new Intl.NumberFormat(locale, { style: 'percent' });
	const set = (look: Partial<ReaderLook>): void =>
		change((before) => ({ ...before, reader: { ...before.reader, ...look } }));
	return (
		<>
			<Choice
				name={translate('readerTheme')}
				values={READER_THEMES}
				chosen={reader.theme}
				wordsOf={(theme) => translate(THEME_KEYS[theme])}
				choose={(theme) => set({ theme })}
			/>
			<Choice
				name={translate('readerFont')}
				values={READER_FONTS}
				chosen={reader.font}
				wordsOf={(font) => translate(FONT_KEYS[font])}
				choose={(font) => set({ font })}
			/>
			<Choice
				name={translate('readerSize')}
				values={READER_SIZES}
				chosen={reader.size}
				wordsOf={(size) => percent.format(size / 100)}
				choose={(size) => set({ size })}
			/>
		</>
	);
}
