import { useEffect, useRef } from 'preact/hooks';
import type { Instant } from '../../utils/domain/annotation.ts';
import { formatDate, formatWithAge } from '../format-date.ts';
import type { MessageKey } from '../translation.ts';
import { useTranslation } from '../translation.ts';
import { ExchangePlan, type PlanShown } from './exchange-plan.tsx';
import { formatBytes } from './format-bytes.ts';
import { NotUnderstoodList, type ToldTrouble } from './not-understood-list.tsx';

/** What is being done with a file. */
export type ExchangeState =
	| { readonly kind: 'idle' }
	| { readonly kind: 'working'; readonly done: number }
	| { readonly kind: 'refused'; readonly fileName: string; readonly why: MessageKey }
	| { readonly kind: 'planned'; readonly plan: PlanShown }
	| {
			readonly kind: 'done';
			readonly words: MessageKey;
			readonly canUndo: boolean;
			readonly troubles: readonly ToldTrouble[];
	  };

interface BackupProps {
	readonly state: ExchangeState;
	/** When one was last saved outside the browser; undefined where none was. */
	readonly lastSaved: Instant | undefined;
	readonly isDue: boolean;
	/** Inside the browser, the newest first; undefined while that is being looked up. */
	readonly kept: readonly { readonly made: Instant; readonly size: number }[] | undefined;
	readonly save: () => void;
	readonly restore: (made: Instant) => void;
	readonly open: (file: File) => void;
	readonly write: (withSettings: boolean) => void;
	/** Takes back what was brought in last. */
	readonly undo: () => void;
	readonly cancel: () => void;
}

/** Backups, and bringing in annotations from files. */
export function Backup(props: BackupProps) {
	const { state, lastSaved, isDue, kept, save, restore, open, write, undo, cancel } = props;
	const { translate, locale } = useTranslation();
	const picker = useRef<HTMLInputElement>(null);
	const outcome = useRef<HTMLDivElement>(null);
	const isBusy = state.kind === 'working';
	const number = new Intl.NumberFormat(locale);
	/** The control that the reader was at last, outside of what came of a file. */
	const origin = useRef<HTMLElement>(undefined);
	useEffect(() => {
		const { activeElement } = document;
		const isLost = activeElement === document.body || activeElement === outcome.current;
		// What came of it is where the reader goes on; where nothing did, where it began.
		if (state.kind === 'idle') {
			if (isLost) (origin.current ?? document.querySelector('main'))?.focus({ preventScroll: true });
		} else if (state.kind !== 'working' || isLost) outcome.current?.focus();
	}, [state.kind]);
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: what is dropped can be chosen as well.
		<div
			class="exchange"
			onFocusIn={({ target }) => {
				if (!outcome.current?.contains(target as Node)) origin.current = target as HTMLElement;
			}}
			onDragOver={(event) => event.preventDefault()}
			onDrop={(event) => {
				event.preventDefault();
				// The page as a whole takes dropped articles.
				event.stopPropagation();
				const file = event.dataTransfer?.files[0];
				if (file && !isBusy) open(file);
			}}
		>
			<h2>{translate('viewBackup')}</h2>
			<section>
				<p>{translate('backupWhat')}</p>
				<p class={isDue ? 'hint' : 'quiet'}>
					{isDue && `${translate('backupDue')} `}
					{lastSaved === undefined
						? translate('backupNoneSaved')
						: translate('backupLast', formatWithAge(lastSaved, locale, new Date()))}
				</p>
				<button type="button" class="primary" disabled={isBusy} onClick={save}>
					{translate('backupSave')}
				</button>
			</section>
			<section aria-labelledby="exchange-in">
				<h3 id="exchange-in">{translate('exchangeIn')}</h3>
				<p>{translate('exchangeForms')}</p>
				<button type="button" disabled={isBusy} onClick={() => picker.current?.click()}>
					{translate('exchangeChoose')}
				</button>
				<input
					ref={picker}
					type="file"
					class="visually-hidden"
					tabIndex={-1}
					aria-hidden="true"
					accept=".gz,.json,.jsonld,.html,.csv,.zip"
					onChange={({ currentTarget }) => {
						const [file] = currentTarget.files ?? [];
						if (file) open(file);
						// The same may be chosen again.
						currentTarget.value = '';
					}}
				/>
			</section>
			<div ref={outcome} tabIndex={-1} class="exchange-outcome" role="status">
				{state.kind === 'working' && (
					<p class="exchange-buttons">
						<span>{translate('exchangeWorking', number.format(state.done))}</span>
						<button type="button" onClick={cancel}>
							{translate('cancel')}
						</button>
					</p>
				)}
				{state.kind === 'refused' && (
					<p class="hint">{translate('exchangeRefused', state.fileName, translate(state.why))}</p>
				)}
				{state.kind === 'planned' && <ExchangePlan plan={state.plan} write={write} cancel={cancel} />}
				{state.kind === 'done' && (
					<>
						<p class="hint exchange-buttons">
							<span>{translate(state.words)}</span>
							{state.canUndo && (
								<button type="button" onClick={undo}>
									{translate('undo')}
								</button>
							)}
						</p>
						<NotUnderstoodList troubles={state.troubles} />
					</>
				)}
			</div>
			<section aria-labelledby="backup-kept">
				<h3 id="backup-kept">{translate('backupKept')}</h3>
				<p class="quiet">{translate('backupKeptWhat')}</p>
				{kept?.length === 0 && <p>{translate('backupNoneKept')}</p>}
				<ul class="exchange-kept">
					{kept?.map(({ made, size }) => (
						<li key={made}>
							<span id={`backup-${made}`}>{formatDate(made, locale)}</span>
							<span class="quiet">{formatBytes(size, locale)}</span>
							<button type="button" disabled={isBusy} aria-describedby={`backup-${made}`} onClick={() => restore(made)}>
								{translate('backupRestore')}
							</button>
						</li>
					))}
				</ul>
			</section>
		</div>
	);
}
