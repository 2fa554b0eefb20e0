import { useState } from 'preact/hooks';
import { plural, useTranslation } from '../translation.ts';

/** What can be done with the passage itself, as far as it can be done now. */
export interface PassageMenuProps {
	/** How many annotations it could be merged with. */
	readonly mergeable: number;
	/** The words that the second part would begin with; undefined where no place to split is chosen. */
	readonly splitWords: string | undefined;
	readonly merge: () => void;
	readonly split: () => void;
	readonly wholeWords: () => void;
}

/** The commands of a card that change which words are annotated. */
export function PassageMenu({ mergeable, splitWords, merge, split, wholeWords }: PassageMenuProps) {
	const translation = useTranslation();
	const { translate } = translation;
	const [isOpen, setOpen] = useState(false);
	return (
		<div class="passage-menu">
			<button type="button" class="plain disclosure" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
				{translate('passage')}
			</button>
			{isOpen && (
				<div class="row commands">
					<button type="button" onClick={focusFirstHandle}>
						{translate('adjustBounds')}
					</button>
					<button type="button" onClick={wholeWords}>
						{translate('wholeWords')}
					</button>
					{mergeable > 0 && (
						<button type="button" onClick={merge}>
							{plural(translation, 'mergeWith', mergeable)}
						</button>
					)}
					{splitWords === undefined ? (
						<p class="label">{translate('splitHow')}</p>
					) : (
						<button type="button" onClick={split}>
							{translate('splitBefore', splitWords)}
						</button>
					)}
				</div>
			)}
		</div>
	);
}

/** To where the passage begins, from where keys move it. */
function focusFirstHandle({ currentTarget }: { readonly currentTarget: Element }): void {
	(currentTarget.getRootNode() as ShadowRoot).querySelector<HTMLElement>('.bound.start')?.focus();
}
