import type { Instant } from '../../utils/domain/annotation.ts';
import type { ExportTemplate } from '../../utils/domain/export-template.ts';
import type { Settings } from '../../utils/domain/settings.ts';
import type { CitationActions } from './citation-state.ts';
import type { TemplateActions } from './template-state.ts';

/** Everything the settings page shows at one moment. */
export interface SettingsState {
	/** As the reader has them now, stored or not yet. */
	readonly settings: Settings;
	readonly outcome: SettingsOutcome;
	/** The key of the browser's own command for the panel, as the browser writes it; empty where it has none. */
	readonly panelKey: string;
	/** As it was kept when the page was opened. */
	readonly template: ExportTemplate;
	/** The title of the style of references that the reader brought; undefined where there is none on this machine. */
	readonly ownStyle: string | undefined;
	/** When one was last saved outside the browser; undefined where none was. */
	readonly lastBackup: Instant | undefined;
	readonly fileAccess: 'granted' | 'refused';
	readonly browser: 'chrome' | 'firefox';
	/** Of the program and the browser, and what went wrong unexpectedly, a line each; the log empty where nothing did. */
	readonly diagnostics: { readonly facts: string; readonly log: string };
}

/** What became of what was last changed: still on its way or long ago, kept, the defaults again, or refused. */
export type SettingsOutcome = 'none' | 'saved' | 'reset' | 'failed';

/** Makes settings out of settings. */
export type SettingsEdit = (settings: Settings) => Settings;

/** What the reader does in the settings page. */
export interface SettingsActions extends TemplateActions, CitationActions {
	change(edit: SettingsEdit): void;
	reset(): void;
	/** Takes the defaults back. */
	undoReset(): void;
	retry(): void;
	/** Opens the place where the browser lets its keys be changed. */
	openBrowserKeys(): void;
	copyText(text: string): Promise<void>;
	/** Forgets what went wrong. */
	clearLog(): void;
}
