import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { COLORS, type Color, isColor } from '../../utils/domain/color.ts';
import { LONGEST_COLOR_LABEL, readColorLabel, type Settings } from '../../utils/domain/settings.ts';
import { colorLabel } from '../page/color-label.ts';
import { useTranslation } from '../translation.ts';
import type { SettingsActions } from './settings-state.ts';

interface ColorSettingsProps {
	readonly settings: Pick<Settings, 'colorLabels' | 'defaultColor'>;
	readonly change: SettingsActions['change'];
}

/** What each colour means to the reader, and which one a highlight has when none is chosen. */
export function ColorSettings({ settings, change }: ColorSettingsProps) {
	const { translate } = useTranslation();
	const { colorLabels, defaultColor } = settings;
	const id = useId();
	return (
		<>
			<div class="color-labels">
				{COLORS.map((color) => (
					<LabelField
						key={color}
						color={color}
						label={colorLabels[color]}
						set={(label) => change((before) => ({ ...before, colorLabels: { ...before.colorLabels, [color]: label } }))}
					/>
				))}
			</div>
			<div class="field">
				<label for={id}>{translate('defaultColor')}</label>
				<select
					id={id}
					value={defaultColor}
					onChange={({ currentTarget: { value } }) =>
						change((before) => ({ ...before, defaultColor: isColor(value) ? value : 'last' }))
					}
				>
					<option value="last">{translate('defaultColorLast')}</option>
					{COLORS.map((color) => {
						const name = colorLabel(translate, color);
						return (
							<option key={color} value={color}>
								{colorLabels[color] === '' ? name : translate('colorWithLabel', name, colorLabels[color])}
							</option>
						);
					})}
				</select>
			</div>
		</>
	);
}

interface LabelFieldProps {
	readonly color: Color;
	readonly label: string;
	readonly set: (label: string) => void;
}

/** Holds what is typed as it is typed; another value from outside (another tab, the defaults) takes its place. */
function LabelField({ color, label, set }: LabelFieldProps) {
	const { translate } = useTranslation();
	const [text, setText] = useState(label);
	const given = useRef(label);
	const id = useId();
	// At once: an effect that comes after the next letter would take that for a value from outside.
	useLayoutEffect(() => {
		if (label === given.current) return;
		given.current = label;
		setText(label);
	}, [label]);
	return (
		<>
			<label for={id} class={color}>
				<span class="dot" aria-hidden="true" />
				{colorLabel(translate, color)}
			</label>
			<input
				id={id}
				type="text"
				dir="auto"
				autoComplete="off"
				maxLength={LONGEST_COLOR_LABEL}
				value={text}
				onInput={({ currentTarget: { value } }) => {
					setText(value);
					given.current = readColorLabel(value);
					set(given.current);
				}}
			/>
		</>
	);
}
