import { READER_FONTS, READER_SIZES, READER_THEMES, type Settings } from '../../utils/domain/settings.ts';
import { type MessageKey, useTranslation } from '../translation.ts';

/** How the reader looks. */
export type ReaderLook = Settings['reader'];

interface ReadingSettingsProps {
	readonly look: ReaderLook;
	readonly choose: (look: ReaderLook) => void;
}

const THEME_LABELS: Record<ReaderLook['theme'], MessageKey> = {
	system: 'themeSystem',
	light: 'themeLight',
	sepia: 'themeSepia',
	dark: 'themeDark',
};
const FONT_LABELS: Record<ReaderLook['font'], MessageKey> = { serif: 'fontSerif', sans: 'fontSans' };

/** A small sheet that the browser opens, closes and puts in front: theme, font and size of the text. */
export function ReadingSettings({ look, choose }: ReadingSettingsProps) {
	const { translate, locale } = useTranslation();
	const percent = new Intl.NumberFormat(locale, { style: 'percent' });
	const step = READER_SIZES.indexOf(look.size);
	const resize = (label: MessageKey, sign: string, index: number) => (
		<button
			type="button"
			aria-label={translate(label)}
			data-sign={sign}
			aria-disabled={READER_SIZES[index] === undefined}
			onClick={() => choose({ ...look, size: READER_SIZES[index] ?? look.size })}
		/>
	);
	const options = <Member extends 'theme' | 'font'>(
		member: Member,
		legend: MessageKey,
		labels: Record<ReaderLook[Member], MessageKey>,
		values: readonly ReaderLook[Member][],
	) => (
		<fieldset>
			<legend>{translate(legend)}</legend>
			<div class="choices">
				{values.map((value) => (
					<label key={value} class={value}>
						<input
							type="radio"
							name={member}
							checked={look[member] === value}
							onChange={() => choose({ ...look, [member]: value })}
						/>
						<span>{translate(labels[value])}</span>
					</label>
				))}
			</div>
		</fieldset>
	);
	return (
		<>
			<button type="button" class="plain look-button" popovertarget="look">
				<svg viewBox="0 0 24 24" aria-hidden="true">
					<path d="M2.5 18.5 7.5 5.5h1l5 13M4.4 14h7.2M21 18.5v-7.6M21 14.7a3.2 3.9 0 1 1-6.4 0 3.2 3.9 0 1 1 6.4 0" />
				</svg>
				<span>{translate('readingSettings')}</span>
			</button>
			<section id="look" class="look" popover="auto" aria-label={translate('readingSettings')}>
				{options('theme', 'readerTheme', THEME_LABELS, READER_THEMES)}
				{options('font', 'readerFont', FONT_LABELS, READER_FONTS)}
				<fieldset>
					<legend>{translate('readerSize')}</legend>
					<div class="sizes">
						{resize('textSmaller', 'A−', step - 1)}
						<output>{percent.format(look.size / 100)}</output>
						{resize('textLarger', 'A+', step + 1)}
					</div>
				</fieldset>
			</section>
		</>
	);
}
