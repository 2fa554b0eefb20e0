import { useId, useRef, useState } from 'preact/hooks';
import { useTranslation } from '../translation.ts';
import { offeredTags, withTag } from './tag-completion.ts';

interface TagsFieldProps {
	/** As typed: separated by commas. */
	readonly tags: string;
	readonly setTags: (tags: string) => void;
	/** Every tag in use, the most used first. */
	readonly loadTags: () => Promise<readonly string[]>;
	/** The focus has left the field. */
	readonly left: () => void;
}

/** Tags that may be taken instead of typed to their end, and the one that the arrow keys have reached. */
interface Offer {
	readonly tags: readonly string[];
	readonly active: number;
}

/**
 * The tags of an annotation, completed from those in use (https://www.w3.org/TR/wai-aria-1.2/#aria-autocomplete, `list`).
 * It stays a text box: a list of tags is no choice of one value, and the field can hold what no list has.
 */
export function TagsField({ tags, setTags, loadTags, left }: TagsFieldProps) {
	const { translate } = useTranslation();
	const id = useId();
	const field = useRef<HTMLInputElement>(null);
	const known = useRef<readonly string[]>([]);
	const [offer, setOffer] = useState<Offer>();

	const caretOf = ({ selectionStart, value }: HTMLInputElement): number => selectionStart ?? value.length;

	const look = (input: HTMLInputElement, whenEmpty: boolean): void => {
		const caret = caretOf(input);
		const found = offeredTags(known.current, input.value, caret);
		const isEmpty = /(?:^|[,，、،;；؛])\s*$/.test(input.value.slice(0, caret));
		setOffer(found.length === 0 || (isEmpty && !whenEmpty) ? undefined : { tags: found, active: whenEmpty ? 0 : -1 });
	};

	const take = (tag: string): void => {
		const input = field.current;
		if (input === null) return;
		const { typed, caret } = withTag(input.value, caretOf(input), tag);
		setOffer(undefined);
		setTags(typed);
		input.value = typed;
		input.setSelectionRange(caret, caret);
	};

	const move = (by: number): void => {
		if (offer === undefined) return;
		const count = offer.tags.length;
		setOffer({ ...offer, active: (Math.max(offer.active, by < 0 ? 0 : -1) + by + count) % count });
	};

	const press = (event: KeyboardEvent & { readonly currentTarget: HTMLInputElement }): void => {
		const { key } = event;
		const active = offer?.tags[offer.active];
		if (event.isComposing) return;
		if (key === 'ArrowDown' && offer === undefined) look(event.currentTarget, true);
		else if (key === 'ArrowDown') move(1);
		else if (key === 'ArrowUp' && offer !== undefined) move(-1);
		else if (key === 'Escape' && offer !== undefined) setOffer(undefined);
		else if (active !== undefined && (key === 'Enter' || key === 'Tab')) take(active);
		else return;
		event.preventDefault();
		event.stopPropagation();
	};

	return (
		<div class="tags-field">
			<label class="label" for={`${id}-tags`}>
				{translate('tags')}
			</label>
			<input
				ref={field}
				id={`${id}-tags`}
				dir="auto"
				autocomplete="off"
				aria-autocomplete="list"
				aria-controls={offer && `${id}-offer`}
				aria-activedescendant={offer?.tags[offer.active] === undefined ? undefined : `${id}-${offer.active}`}
				value={tags}
				placeholder={translate('tagsPlaceholder')}
				onFocus={() => {
					void loadTags().then((tags) => {
						known.current = tags;
					});
				}}
				onInput={(event) => {
					setTags(event.currentTarget.value);
					look(event.currentTarget, false);
				}}
				onKeyDown={press}
				onBlur={() => {
					setOffer(undefined);
					left();
				}}
			/>
			{offer && (
				<div id={`${id}-offer`} class="offer" role="listbox" aria-label={translate('tagsKnown')}>
					{offer.tags.map((tag, index) => (
						// biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: the focus stays in the field, which hears the keys.
						<div
							key={tag}
							id={`${id}-${index}`}
							role="option"
							aria-selected={index === offer.active}
							dir="auto"
							// The field keeps the focus.
							onPointerDown={(event) => event.preventDefault()}
							onMouseDown={(event) => event.preventDefault()}
							onClick={() => take(tag)}
						>
							{tag}
						</div>
					))}
				</div>
			)}
		</div>
	);
}
