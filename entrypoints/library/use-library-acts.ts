import { useState } from 'preact/hooks';
import type { LibraryNotice } from '../../components/library/library-notice.tsx';
import { announcementWords } from '../../components/page/announcement.ts';
import { type PluralKey, plural, useTranslation } from '../../components/translation.ts';
import type { LibraryActReport } from '../../utils/domain/act.ts';
import type { Instant } from '../../utils/domain/annotation.ts';
import { Fault } from '../../utils/domain/fault.ts';
import type { LibraryStore } from '../../utils/storage/library-store.ts';
import { noteFault } from '../shared/diagnostic-log.ts';
import { notifyTabsOfMany } from '../shared/notify-tabs.ts';

/** So long what was done is told, in milliseconds; what went wrong stays until it is read. */
const TOLD_MS = 10_000;

export interface LibraryActs {
	readonly notice: LibraryNotice | undefined;
	readonly tell: (notice: LibraryNotice | undefined) => void;
	/** Does something that can be undone, and tells so. */
	readonly run: (
		act: (at: Instant) => Promise<LibraryActReport | undefined>,
		done: (report: LibraryActReport) => readonly [PluralKey, number],
	) => Promise<void>;
	/** Takes back the newest act, with `batch` only if it is that one; or does again what was last taken back. */
	readonly step: (direction: 'undo' | 'redo', batch?: string) => Promise<void>;
}

/** What is done to many things at once: each act is told of with its undoing, and every page that shows them hears of it. */
export function useLibraryActs(store: LibraryStore): LibraryActs {
	const translation = useTranslation();
	const { translate } = translation;
	const [notice, setNotice] = useState<LibraryNotice>();

	function tell(next: LibraryNotice | undefined): void {
		setNotice(next);
		if (next?.kind === 'fault') noteFault('library', next.fault);
		if (next?.kind === 'done') setTimeout(() => setNotice((now) => (now === next ? undefined : now)), TOLD_MS);
	}

	async function acted(
		act: (at: Instant) => Promise<LibraryActReport | undefined>,
		told: (report: LibraryActReport | undefined) => LibraryNotice | undefined,
	): Promise<void> {
		try {
			const report = await act(new Date().toISOString());
			tell(told(report));
			await notifyTabsOfMany(report?.articleIds ?? []);
		} catch (error) {
			if (!(error instanceof Fault)) throw error;
			tell({ kind: 'fault', fault: error.code });
		}
	}

	return {
		notice,
		tell,
		run: (act, done) =>
			acted(act, (report) => {
				if (report === undefined) return { kind: 'done', words: translate('nothingChanged'), canUndo: false };
				return { kind: 'done', words: plural(translation, ...done(report)), canUndo: true, batch: report.batch };
			}),
		step: (direction, batch) =>
			acted(
				(at) => (direction === 'undo' ? store.undoLast(at, batch) : store.redoLast(at)),
				(report) => {
					const nothing =
						direction === 'redo' ? 'nothingToRedo' : batch === undefined ? 'nothingToUndo' : 'undoOvertaken';
					const words =
						report === undefined
							? translate(nothing)
							: announcementWords(translate, { kind: direction, act: report.kind }).before;
					return { kind: 'done', words, canUndo: false };
				},
			),
	};
}
