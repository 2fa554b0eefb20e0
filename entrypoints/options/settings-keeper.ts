import type { SettingsEdit, SettingsOutcome } from '../../components/settings/settings-state.ts';
import { DEFAULT_SETTINGS, readSettings, type Settings } from '../../utils/domain/settings.ts';

export interface SettingsKeeperOptions {
	/** What is stored when the page opens. */
	readonly stored: Settings;
	/** Rejects where the browser refuses. */
	readonly save: (settings: Settings) => Promise<void>;
	/** Resolves when the browser may be asked to save again. */
	readonly rest: () => Promise<void>;
	readonly changed: () => void;
}

/** Keeps what is changed as it is changed. What the browser refuses to keep stays as it was chosen, to be tried again. */
export interface SettingsKeeper {
	/** What is stored, with all that was changed here and is not stored yet. */
	readonly settings: Settings;
	readonly outcome: SettingsOutcome;
	change(edit: SettingsEdit): void;
	reset(): void;
	undoReset(): void;
	/** Tries again to store what could not be; nothing where nothing waits. */
	retry(): void;
	/** The settings were changed elsewhere; what was changed here and is not stored yet stands above that. */
	heard(settings: Settings): void;
	/** Stops saying what became of the last change. */
	forgetOutcome(): void;
	/** The page is being left: what waits is given to the browser now. */
	leave(): void;
}

export function createSettingsKeeper({ stored, save, rest, changed }: SettingsKeeperOptions): SettingsKeeper {
	let waiting: readonly SettingsEdit[] = [];
	let outcome: SettingsOutcome = 'none';
	let beforeReset: Settings | undefined;
	let isSaving = false;

	const current = (): Settings => waiting.reduce((settings, edit) => edit(settings), stored);

	async function saveAll(): Promise<void> {
		if (isSaving) return;
		isSaving = true;
		while (waiting.length > 0) {
			const edits = waiting;
			const next = readSettings(current());
			try {
				await save(next);
			} catch {
				outcome = 'failed';
				changed();
				break;
			}
			stored = next;
			waiting = waiting.slice(edits.length);
			outcome = beforeReset === undefined ? 'saved' : 'reset';
			changed();
			await rest();
		}
		isSaving = false;
	}

	function add(edit: SettingsEdit, before?: Settings): void {
		waiting = [...waiting, edit];
		beforeReset = before;
		// What is said of the next outcome is heard even if it is the same.
		outcome = 'none';
		changed();
		void saveAll();
	}

	return {
		get settings() {
			return current();
		},
		get outcome() {
			return outcome;
		},
		change: (edit) => add(edit),
		reset: () => add(() => DEFAULT_SETTINGS, current()),
		undoReset() {
			const before = beforeReset;
			if (before !== undefined) add(() => before);
		},
		retry: () => void saveAll(),
		heard(settings) {
			stored = settings;
			changed();
		},
		forgetOutcome() {
			if (outcome === 'saved') outcome = 'none';
			changed();
		},
		leave() {
			if (waiting.length > 0) void save(readSettings(current())).catch(() => undefined);
		},
	};
}
