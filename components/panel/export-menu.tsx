import { useEffect, useRef, useState } from 'preact/hooks';
import { useTranslation } from '../translation.ts';
import type { PanelActions } from './panel-state.ts';

interface ExportMenuProps {
	readonly disabled: boolean;
	readonly actions: Pick<PanelActions, 'copyExport' | 'downloadExport'>;
}

/** The formats in which the annotations leave the machine, when the reader says so. */
export function ExportMenu({ disabled, actions }: ExportMenuProps) {
	const { translate } = useTranslation();
	const [open, setOpen] = useState(false);
	const [copied, setCopied] = useState(false);
	const menu = useRef<HTMLDivElement>(null);
	const opener = useRef<HTMLButtonElement>(null);
	useEffect(() => {
		if (open) menu.current?.querySelector('button')?.focus();
	}, [open]);

	const close = (): void => {
		setOpen(false);
		setCopied(false);
		opener.current?.focus();
	};

	return (
		<div class="export">
			<button
				ref={opener}
				type="button"
				aria-haspopup="menu"
				aria-expanded={open}
				disabled={disabled}
				onClick={() => (open ? close() : setOpen(true))}
			>
				{translate('export')}
			</button>
			{open && (
				// biome-ignore lint/a11y/noStaticElementInteractions: Escape closes from anywhere inside.
				<div
					ref={menu}
					class="menu"
					onKeyDown={(event) => {
						if (event.key !== 'Escape') return;
						event.stopPropagation();
						event.preventDefault();
						close();
					}}
				>
					<div role="menu" aria-label={translate('format')}>
						<button type="button" role="menuitemradio" aria-checked={true} class="plain">
							Markdown
						</button>
					</div>
					<div class="row">
						<button type="button" onClick={() => void actions.copyExport().then(() => setCopied(true))}>
							{translate('copy')}
						</button>
						<button type="button" class="primary" onClick={actions.downloadExport}>
							{translate('download')}
						</button>
					</div>
					<span role="status" class="quiet">
						{copied && translate('copied')}
					</span>
				</div>
			)}
		</div>
	);
}
