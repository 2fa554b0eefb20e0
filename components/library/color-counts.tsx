import { COLORS, type Color } from '../../utils/domain/color.ts';
import { numberFormat } from '../once-per-locale.ts';
import { colorLabel } from '../page/color-label.ts';
import { useTranslation } from '../translation.ts';

/** How many annotations there are of each colour; those there are none of are left out. */
export function ColorCounts({ counts }: { readonly counts: Readonly<Record<Color, number>> }) {
	const { translate, locale } = useTranslation();
	const number = numberFormat(locale);
	return (
		<span class="counts">
			{COLORS.filter((color) => counts[color] > 0).map((color) => (
				<span key={color} class={color} title={colorLabel(translate, color)}>
					<span class="dot" aria-hidden="true" />
					<span class="visually-hidden">{colorLabel(translate, color)}</span> {number.format(counts[color])}
				</span>
			))}
		</span>
	);
}
