import { READER_FONTS, READER_SIZES, READER_THEMES, type Settings } from '../../utils/domain/settings.ts';
import { type MessageKey, useTranslation } from '../translation.ts';

/** How the reader looks. */
export type ReaderLook = Settings['reader'];

export interface ReadingChoicesProps {
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

/** Theme, font and size of the text, in the reader and in the settings alike. */
export function ReadingChoices({ look, choose }: ReadingChoicesProps) {
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
		<div class="reading-choices">
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
		</div>
	);
}
