import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { AnchorState } from '../../utils/domain/outcome.ts';
import { colorLabel } from '../page/color-label.ts';
import { useTranslation } from '../translation.ts';
import { type Choice, type Choices, type Filters, toggled } from './filters.ts';
import { STATE_KEYS } from './state-keys.ts';

interface FilterBarProps {
	readonly filters: Filters;
	readonly choices: Choices;
	readonly change: (filters: Filters) => void;
}

/** Tags shown before the reader asks for all. */
const FEW_TAGS = 12;

/** What the list can be narrowed to: each choice with how many annotations it would show. */
export function FilterBar({ filters, choices, change }: FilterBarProps) {
	const { translate, locale } = useTranslation();
	/** The first of the tags that were asked for; undefined before. */
	const [firstFurther, setFirstFurther] = useState<string>();
	const further = useRef<HTMLButtonElement>(null);
	const { colors, states, tags, withNote } = choices;
	const shownTags =
		firstFurther !== undefined ? tags : tags.filter(({ isChosen }, index) => index < FEW_TAGS || isChosen);
	// The button that asked for them is gone.
	useLayoutEffect(() => further.current?.focus(), [firstFurther]);
	const number = new Intl.NumberFormat(locale);

	function chip<Value>({ value, count, isChosen }: Choice<Value>, label: string, toggle: () => void, color?: string) {
		const isEmpty = count === 0 && !isChosen;
		return (
			<button
				key={String(value)}
				ref={value === firstFurther ? further : null}
				type="button"
				class={`chip ${color ?? ''}`}
				aria-pressed={isChosen}
				// Not disabled: one that was let go of keeps the focus.
				aria-disabled={isEmpty}
				onClick={() => isEmpty || toggle()}
			>
				{color !== undefined && <span class="dot" aria-hidden="true" />}
				<span dir="auto">{label}</span> <span class="number">{number.format(count)}</span>
			</button>
		);
	}

	return (
		<div id="filters" class="filters">
			{colors.length > 1 && (
				<fieldset class="chips" aria-label={translate('color')}>
					{colors.map((choice) =>
						chip(
							choice,
							colorLabel(translate, choice.value),
							() => change({ ...filters, colors: toggled(filters.colors, choice.value) }),
							choice.value,
						),
					)}
				</fieldset>
			)}
			<fieldset class="chips" aria-label={translate('state')}>
				{states.map((choice) =>
					chip(choice, translate(STATE_KEYS[choice.value]), () =>
						change({ ...filters, states: toggled<AnchorState>(filters.states, choice.value) }),
					),
				)}
				{chip(withNote, translate('withNote'), () => change({ ...filters, withNote: !filters.withNote }))}
			</fieldset>
			{tags.length > 0 && (
				<fieldset class="chips" aria-label={translate('tags')}>
					{shownTags.map((choice) =>
						chip(choice, choice.value, () => change({ ...filters, tags: toggled(filters.tags, choice.value) })),
					)}
					{shownTags.length < tags.length && (
						<button
							type="button"
							class="chip plain"
							onClick={() => setFirstFurther(tags.find((choice) => !shownTags.includes(choice))?.value)}
						>
							{translate('allTags', number.format(tags.length))}
						</button>
					)}
				</fieldset>
			)}
		</div>
	);
}
