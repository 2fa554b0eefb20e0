import type { ComponentChildren } from 'preact';
import type { RowAttributes } from '../list/row-attributes.ts';
import { useTranslation } from '../translation.ts';

/** What every entry of a list of the library has, whatever it is of. */
export interface EntryProps {
	readonly row: RowAttributes;
	/** What stands above it, where a group begins with it. */
	readonly heading: string | undefined;
	readonly isSelected: boolean;
	readonly toggle: () => void;
}

interface EntryFrameProps extends EntryProps {
	/** Of what a tick selects. */
	readonly name: string;
	readonly className: string;
	readonly children: ComponentChildren;
}

/** An entry of a list: it can be ticked, and a group may begin with it. */
export function EntryFrame({ row, heading, isSelected, toggle, name, className, children }: EntryFrameProps) {
	const { translate } = useTranslation();
	return (
		<li {...row} class={`entry-row ${heading === undefined ? '' : 'begins'}`}>
			{heading !== undefined && <h3 class="group">{heading}</h3>}
			<div class={`entry ${className} ${isSelected ? 'selected' : ''}`}>
				<label class="tick">
					<input
						type="checkbox"
						tabIndex={row.tabIndex}
						aria-label={translate('selectEntry', name)}
						checked={isSelected}
						// Several at once are the list's to select.
						onClick={(event) => event.shiftKey && event.preventDefault()}
						onChange={toggle}
					/>
				</label>
				<div class="entry-text">{children}</div>
			</div>
		</li>
	);
}

/** Stands in the place of an entry that is being read from the store. */
export function EntryWaiting({ row }: { readonly row: RowAttributes }) {
	return (
		<li {...row} class="entry-row" aria-busy="true">
			<div class="entry waiting">
				<span />
				<span />
			</div>
		</li>
	);
}
