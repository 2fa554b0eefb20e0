import { useEffect, useRef, useState } from 'preact/hooks';
import { EXPORT_GROUPS, type ExportFormat, type ExportGroup, WITH_ARTICLE } from '../../utils/domain/export-format.ts';
import { faultMessage } from '../fault-message.ts';
import { type Translate, useTranslation } from '../translation.ts';
import type { ExportRun, ExportSaved } from './export-run.ts';
import { formatLabel, GROUP_KEYS } from './format-label.ts';
import type { PanelActions } from './panel-state.ts';

interface ExportMenuProps {
	readonly disabled: boolean;
	readonly actions: Pick<PanelActions, 'copyExport' | 'downloadExport'>;
}

type ExportOutcome = 'copied' | 'failed' | ExportSaved;

const GROUPS = Object.keys(EXPORT_GROUPS) as ExportGroup[];

/** A whole page, with the article in it, is no text to be pasted. */
const NOT_COPIED: ReadonlySet<ExportFormat> = new Set(['html']);

/** The formats in which the annotations leave the machine, when the reader says so. */
export function ExportMenu({ disabled, actions }: ExportMenuProps) {
	const { translate } = useTranslation();
	const [open, setOpen] = useState(false);
	const [format, setFormat] = useState<ExportFormat>('markdown');
	const [withArticle, setWithArticle] = useState(false);
	const [outcome, setOutcome] = useState<ExportOutcome>();
	/** How far long work is; absent where nothing runs that tells. */
	const [progress, setProgress] = useState<{ readonly done: number; readonly total: number }>();
	const running = useRef<AbortController | undefined>(undefined);
	const menu = useRef<HTMLDivElement>(null);
	const opener = useRef<HTMLButtonElement>(null);
	useEffect(() => {
		if (open) menu.current?.querySelector<HTMLElement>('[aria-checked="true"]')?.focus();
	}, [open]);

	const close = (): void => {
		setOpen(false);
		setOutcome(undefined);
		opener.current?.focus();
	};
	const run = (work: (run: ExportRun) => Promise<ExportOutcome | undefined>): void => {
		running.current?.abort();
		const ending = new AbortController();
		running.current = ending;
		setOutcome(undefined);
		const ended = (outcome: ExportOutcome | undefined): void => {
			if (running.current !== ending) return;
			setProgress(undefined);
			setOutcome(ending.signal.aborted ? undefined : outcome);
		};
		const told = (done: number, total: number): void => {
			if (running.current === ending && total > 1) setProgress({ done, total });
		};
		work({ signal: ending.signal, progress: told }).then(ended, () => ended('failed'));
	};
	const choose = (next: ExportFormat): void => {
		setOutcome(undefined);
		setFormat(next);
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
					<div role="menu" aria-label={translate('format')} onKeyDown={moveFocus}>
						{GROUPS.map((group) => (
							// biome-ignore lint/a11y/useSemanticElements: a menu holds groups, no sets of fields.
							<div key={group} role="group" aria-label={translate(GROUP_KEYS[group])}>
								<span class="quiet" aria-hidden="true">
									{translate(GROUP_KEYS[group])}
								</span>
								{EXPORT_GROUPS[group].map((each) => (
									<button
										key={each}
										type="button"
										role="menuitemradio"
										aria-checked={each === format}
										// One stop for the whole menu; arrows lead on from there.
										tabIndex={each === format ? 0 : -1}
										class="plain"
										onClick={() => choose(each)}
									>
										{formatLabel(translate, each)}
									</button>
								))}
							</div>
						))}
					</div>
					<label class="switch">
						<input
							type="checkbox"
							checked={withArticle}
							disabled={!WITH_ARTICLE.has(format)}
							onChange={({ currentTarget: { checked } }) => setWithArticle(checked)}
						/>
						{translate('exportWithArticle')}
					</label>
					<div class="row">
						<button
							type="button"
							disabled={NOT_COPIED.has(format)}
							onClick={() =>
								run(async (how) => {
									await actions.copyExport({ format, withArticle }, how);
									return 'copied';
								})
							}
						>
							{translate('copy')}
						</button>
						<button
							type="button"
							class="primary"
							onClick={() => run((how) => actions.downloadExport({ format, withArticle }, how))}
						>
							{translate('download')}
						</button>
					</div>
					{progress && (
						<div class="row">
							<progress aria-label={translate('export')} value={progress.done} max={progress.total} />
							<button type="button" onClick={() => running.current?.abort()}>
								{translate('cancel')}
							</button>
						</div>
					)}
					<span role="status" class="quiet">
						{outcomeWords(translate, outcome)}
					</span>
				</div>
			)}
		</div>
	);
}

function outcomeWords(translate: Translate, outcome: ExportOutcome | undefined): string | undefined {
	if (outcome === 'copied') return translate('copied');
	if (outcome === 'failed') return faultMessage(translate, 'unreachable');
	if (outcome === undefined) return undefined;
	const saved = translate('exportSaved', `\u2068${outcome.fileName}\u2069`);
	return outcome.isEmpty ? `${saved} ${translate('exportNothingAnnotated')}` : saved;
}

/** Arrows, Home and End lead through the menu (https://www.w3.org/WAI/ARIA/apg/patterns/menubar/); Enter and Space choose. */
function moveFocus(event: KeyboardEvent): void {
	const items = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('[role="menuitemradio"]')];
	const focused = items.indexOf(document.activeElement as HTMLElement);
	const targets: Readonly<Record<string, number>> = {
		ArrowDown: focused + 1,
		ArrowUp: focused - 1,
		Home: 0,
		End: -1,
	};
	const target = targets[event.key];
	if (target === undefined || items.length === 0) return;
	event.preventDefault();
	items.at(target % items.length)?.focus();
}
