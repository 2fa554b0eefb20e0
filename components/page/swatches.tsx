import { COLORS, type Color } from '../../utils/domain/color.ts';
import { useTranslation } from '../translation.ts';
import { colorLabel } from './color-label.ts';

interface SwatchesProps {
	/** The colour that is chosen, where one is. */
	readonly chosen?: Color;
	readonly choose: (color: Color) => void;
}

/** The six colours as buttons, named and numbered: a colour is never the only sign. */
export function Swatches({ chosen, choose }: SwatchesProps) {
	const { translate } = useTranslation();
	return (
		<>
			{COLORS.map((color, index) => (
				<button
					key={color}
					type="button"
					class={`swatch ${color}`}
					aria-label={colorLabel(translate, color)}
					title={`${colorLabel(translate, color)} (${index + 1})`}
					aria-pressed={chosen === undefined ? undefined : chosen === color}
					data-key={index + 1}
					onClick={() => choose(color)}
				/>
			))}
		</>
	);
}
