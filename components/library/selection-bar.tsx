import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Color } from '../../utils/domain/color.ts';
import { Swatches } from '../page/swatches.tsx';
import { type MessageKey, plural, useTranslation } from '../translation.ts';
import { TagMany } from './tag-many.tsx';

/** More than these are opened in tabs only after a question. */
const MANY_TABS = 20;

/** What can be done with what is selected. */
export interface SelectionActs {
	readonly tag: (tags: readonly string[], how: 'add' | 'remove') => void;
	readonly color: (color: Color) => void;
	readonly trash: () => void;
	/** In tabs of their own. */
	readonly open: () => void;
	readonly clear: () => void;
}

interface SelectionBarProps {
	readonly count: number;
	readonly acts: SelectionActs;
	readonly loadTags: () => Promise<readonly string[]>;
	/** The menu of formats. */
	readonly exporting: ComponentChildren;
}

type Opened = 'tag' | 'color' | 'open';

/** Stands at the end of the window while rows are selected. Escape closes what it opened, then the selection. */
export function SelectionBar({ count, acts, loadTags, exporting }: SelectionBarProps) {
	const translation = useTranslation();
	const { translate } = translation;
	const [opened, setOpened] = useState<Opened>();
	const bar = useRef<HTMLDivElement>(null);
	const id = useId();
	const close = (): void => {
		bar.current?.querySelector<HTMLElement>('[aria-expanded="true"]')?.focus();
		setOpened(undefined);
	};
	useEffect(() => {
		if (opened) bar.current?.querySelector<HTMLElement>(`#${CSS.escape(`${id}-pane`)} :is(input, button)`)?.focus();
	}, [opened]);

	const opener = (what: Opened, key: MessageKey) => (
		<button
			type="button"
			aria-expanded={opened === what}
			aria-controls={opened === what ? `${id}-pane` : undefined}
			onClick={() => (opened === what ? close() : setOpened(what))}
		>
			{translate(key)}
		</button>
	);
	const done = (act: () => void) => (): void => {
		act();
		close();
	};

	return (
		// biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields of a form.
		<div
			ref={bar}
			class="selection-bar"
			role="group"
			aria-label={translate('selectionActs')}
			onKeyDown={(event) => {
				if (event.key !== 'Escape' || event.isComposing) return;
				event.preventDefault();
				if (opened) close();
				else acts.clear();
			}}
		>
			{opened && (
				<div id={`${id}-pane`} class="selection-pane">
					{opened === 'tag' && <TagMany loadTags={loadTags} tag={(tags, how) => done(() => acts.tag(tags, how))()} />}
					{opened === 'color' && (
						<div class="swatches">
							<Swatches choose={(color) => done(() => acts.color(color))()} />
						</div>
					)}
					{opened === 'open' && (
						<>
							<p>{plural(translation, 'openManyTabs', count)}</p>
							<button type="button" class="primary" onClick={done(acts.open)}>
								{translate('openInTabs')}
							</button>
							<button type="button" onClick={close}>
								{translate('cancel')}
							</button>
						</>
					)}
				</div>
			)}
			<span class="selected-count">{plural(translation, 'selected', count)}</span>
			{opener('tag', 'tagSelected')}
			{opener('color', 'color')}
			{exporting}
			{count > MANY_TABS ? (
				opener('open', 'openInTabs')
			) : (
				<button type="button" onClick={acts.open}>
					{translate('openInTabs')}
				</button>
			)}
			<button type="button" class="danger" onClick={acts.trash}>
				{translate('moveToTrash')}
			</button>
			<button type="button" class="plain icon" aria-label={translate('clearSelection')} onClick={acts.clear}>
				<span aria-hidden="true">×</span>
			</button>
		</div>
	);
}
