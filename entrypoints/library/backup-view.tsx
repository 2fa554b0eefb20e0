import { useEffect, useRef, useState } from 'preact/hooks';
import { formatDate } from '../../components/format-date.ts';
import { Backup, type ExchangeState } from '../../components/library/backup-view.tsx';
import { useTranslation } from '../../components/translation.ts';
import type { Instant } from '../../utils/domain/annotation.ts';
import { Fault } from '../../utils/domain/fault.ts';
import { isReminderDue } from '../../utils/exchange/backup/rolling.ts';
import { type ExchangeStore, openExchangeStore } from '../../utils/storage/exchange-store.ts';
import { loadLastBackup } from '../shared/backup/last-backup.ts';
import { type KeptBackup, keepBackup, listBackups } from '../shared/backup/rolling-backups.ts';
import { noteUnexpected } from '../shared/diagnostic-log.ts';
import { notifyTabsOfMany } from '../shared/notify-tabs.ts';
import { saveSettings } from '../shared/stored-settings.ts';
import { type ExchangePlan, type ExchangeProgress, planExchange, writeExchange } from './exchange/bring-in.ts';
import { REFUSAL_KEYS, toldTrouble } from './exchange/exchange-words.ts';
import {
	BrokenFile,
	type ExchangeFile,
	type ExchangeRefusal,
	openExchangeFile,
} from './exchange/open-exchange-file.ts';
import { saveOutside } from './exchange/save-outside.ts';
import type { ViewContext } from './view-context.ts';

interface Planned {
	readonly file: ExchangeFile;
	readonly plan: ExchangePlan;
	readonly at: Instant;
}

/** Joins the view with files, the store and the backups kept inside the browser. */
export function BackupView({ store, fail, acts }: ViewContext) {
	const { translate, locale } = useTranslation();
	const [state, setState] = useState<ExchangeState>({ kind: 'idle' });
	const [lastSaved, setLastSaved] = useState<Instant>();
	const [articles, setArticles] = useState(0);
	const [kept, setKept] = useState<readonly KeptBackup[]>();
	const exchange = useRef<ExchangeStore>(undefined);
	const planned = useRef<Planned>(undefined);
	const ending = useRef<AbortController>(undefined);
	/** Of what was brought in last. */
	const batch = useRef<string>(undefined);

	useEffect(() => {
		void loadLastBackup().then(setLastSaved);
		void keepToday().then(listBackups).then(setKept);
		store.countLibrary().then(
			(counts) => setArticles(counts.articles),
			() => undefined,
		);
		return () => {
			ending.current?.abort();
			exchange.current?.close();
		};
	}, []);

	async function keepToday(): Promise<void> {
		exchange.current ??= openExchangeStore();
		await keepBackup(exchange.current, new Date().toISOString()).catch((error) =>
			noteUnexpected('library backup', error),
		);
	}

	/** Does some work that can be cancelled, one at a time, and shows what came of it. */
	async function work(
		fileName: string,
		task: (store: ExchangeStore, progress: ExchangeProgress) => Promise<ExchangeState>,
	): Promise<void> {
		exchange.current ??= openExchangeStore();
		const controller = new AbortController();
		ending.current = controller;
		const { signal } = controller;
		setState({ kind: 'working', done: 0 });
		try {
			const progress = (done: number): void => setState({ kind: 'working', done });
			setState(await task(exchange.current, { signal, progress }));
			fail(undefined);
		} catch (error) {
			setState({ kind: 'idle' });
			if (signal.aborted) return;
			if (error instanceof BrokenFile) setState(refused(fileName, error.why));
			else if (error instanceof Fault) fail(error.code);
			// The file was taken away, or changed, while it was read.
			else if (error instanceof DOMException) setState(refused(fileName, 'damaged'));
			else throw error;
		}
	}

	async function open(file: Blob, fileName: string): Promise<void> {
		planned.current = undefined;
		await work(fileName, async (store, progress) => {
			const at = new Date().toISOString();
			const opened = await openExchangeFile(file, at, progress.signal);
			if (typeof opened === 'string') return refused(fileName, opened);
			const plan = await planExchange(store, opened, at, progress);
			planned.current = { file: opened, plan, at };
			const { outcomes, same, articles, notUnderstood, settings } = plan;
			const troubles = notUnderstood.map(toldTrouble);
			const has = { hasArticles: articles > 0, hasSettings: settings !== undefined };
			return { kind: 'planned', plan: { fileName, outcomes, same, troubles, ...has } };
		});
	}

	async function write(withSettings: boolean): Promise<void> {
		const current = planned.current;
		if (current === undefined) return;
		const { file, plan } = current;
		await work('', async (store, progress) => {
			const isEmpty = plan.outcomes.length === 0;
			batch.current = isEmpty ? undefined : await writeExchange(store, file, new Date().toISOString(), progress);
			if (withSettings && plan.settings) await saveSettings(plan.settings);
			planned.current = undefined;
			const canUndo = batch.current !== undefined;
			const words = canUndo ? 'exchangeDone' : isEmpty ? 'exchangeRestored' : 'exchangeWhole';
			return { kind: 'done', words, canUndo, troubles: plan.notUnderstood.map(toldTrouble) };
		});
		if (planned.current !== undefined) return;
		await notifyTabsOfMany(plan.outcomes.map(({ article }) => article.id));
	}

	async function save(): Promise<void> {
		await work('', async (store, progress) => {
			const at = new Date().toISOString();
			const fileName = await saveOutside(store, at, progress);
			setLastSaved(at);
			acts.tell({ kind: 'done', words: translate('exportSaved', `\u2068${fileName}\u2069`), canUndo: false });
			return { kind: 'idle' };
		});
	}

	function restore(made: Instant): void {
		const backup = kept?.find((one) => one.made === made);
		if (backup) void open(backup.file, `${translate('backupKept')}: ${formatDate(made, locale)}`);
	}

	async function undo(): Promise<void> {
		await acts.step('undo', batch.current);
		setState({ kind: 'idle' });
	}

	return (
		<Backup
			state={state}
			lastSaved={lastSaved}
			isDue={isReminderDue(lastSaved, articles, new Date().toISOString())}
			kept={kept}
			save={() => void save()}
			restore={restore}
			open={(file) => void open(file, file.name)}
			write={(withSettings) => void write(withSettings)}
			undo={() => void undo()}
			cancel={() => {
				ending.current?.abort();
				setState({ kind: 'idle' });
			}}
		/>
	);
}

function refused(fileName: string, why: ExchangeRefusal): ExchangeState {
	return { kind: 'refused', fileName, why: REFUSAL_KEYS[why] };
}
