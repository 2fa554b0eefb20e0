import { isColor } from '../../utils/domain/color.ts';
import { isReadingKey, KEY_ACTIONS, type KeyAction, type Settings } from '../../utils/domain/settings.ts';
import { colorLabel } from '../page/color-label.ts';
import { type Translate, useTranslation } from '../translation.ts';
import { KeyField } from './key-field.tsx';
import type { SettingsActions } from './settings-state.ts';

interface KeySettingsProps {
	readonly keys: Settings['keys'];
	readonly change: SettingsActions['change'];
}

/** The keys that do something while reading. */
export function KeySettings({ keys, change }: KeySettingsProps) {
	const { translate } = useTranslation();
	return (
		<ul class="keys">
			{KEY_ACTIONS.map((action) => (
				<KeyField
					key={action}
					name={nameOf(translate, action)}
					color={isColor(action) ? action : undefined}
					pressed={keys[action]}
					takenFor={(key) => {
						if (isReadingKey(key)) return translate('readingByKeyboard');
						const other = KEY_ACTIONS.find((each) => each !== action && keys[each] === key);
						return other && nameOf(translate, other);
					}}
					set={(key) => change((before) => ({ ...before, keys: { ...before.keys, [action]: key } }))}
				/>
			))}
		</ul>
	);
}

function nameOf(translate: Translate, action: KeyAction): string {
	if (isColor(action)) return colorLabel(translate, action);
	return translate(({ highlight: 'actHighlight', note: 'actHighlightNote', cursor: 'actCursor' } as const)[action]);
}
