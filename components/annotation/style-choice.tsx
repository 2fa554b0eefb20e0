import { STYLES, type Style } from '../../utils/domain/color.ts';
import { type MessageKey, useTranslation } from '../translation.ts';

const KEYS: Record<Style, MessageKey> = {
	solid: 'styleSolid',
	underline: 'styleUnderline',
	strikethrough: 'styleStrikethrough',
	outline: 'styleOutline',
};

interface StyleChoiceProps {
	readonly chosen: Style;
	readonly choose: (style: Style) => void;
}

/** The four ways to draw a highlight, each button drawn so. */
export function StyleChoice({ chosen, choose }: StyleChoiceProps) {
	const { translate, locale } = useTranslation();
	const nameOf = (style: Style): string => {
		const name = translate(KEYS[style]);
		return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
	};
	return (
		<span class="styles">
			{STYLES.map((style) => (
				<button
					key={style}
					type="button"
					class={`style ${style}`}
					aria-label={nameOf(style)}
					title={nameOf(style)}
					aria-pressed={chosen === style}
					onClick={() => choose(style)}
				>
					<span aria-hidden="true">a</span>
				</button>
			))}
		</span>
	);
}
