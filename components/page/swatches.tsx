import { COLORS, type Color } from '../../utils/domain/color.ts';
import { useTranslation } from '../translation.ts';
import { colorLabel } from './color-label.ts';
import { useKeys } from './keys.ts';

interface SwatchesProps {
	/** The colour that is chosen, where one is. */
	readonly chosen?: Color;
	readonly choose: (color: Color) => void;
}

/** The six colours as buttons, each with its key or, where it has none, the first letter of its name: a colour is never the only sign. */
export function Swatches({ chosen, choose }: SwatchesProps) {
	const { translate } = useTranslation();
	const keys = useKeys();
	return (
		<>
			{COLORS.map((color) => (
				<button
					key={color}
					type="button"
					class={`swatch ${color}`}
					aria-label={colorLabel(translate, color)}
					title={keys[color] === '' ? colorLabel(translate, color) : `${colorLabel(translate, color)} (${keys[color]})`}
					aria-pressed={chosen === undefined ? undefined : chosen === color}
					data-key={keys[color] || colorLabel(translate, color).slice(0, 1)}
					onClick={() => choose(color)}
				/>
			))}
		</>
	);
}
