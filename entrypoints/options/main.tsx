import { render } from 'preact';
import { browser } from 'wxt/browser';
import { SettingsPage } from '../../components/settings/settings-page.tsx';
import { TranslationProvider } from '../../components/translation.ts';
import { entryLines } from '../../utils/domain/diagnostic-log.ts';
import { clearDiagnosticLog, loadDiagnosticLog, watchDiagnosticLog } from '../shared/diagnostic-log.ts';
import { prepareDocument } from '../shared/prepare-document.ts';
import { loadOwnStyle, saveOwnStyle, watchOwnStyle } from '../shared/stored-own-style.ts';
import { saveSettings, watchSettings } from '../shared/stored-settings.ts';
import { loadTemplate } from '../shared/stored-template.ts';
import { translatePlainly } from '../shared/translate.ts';
import { openBrowserKeys, readBrowserFacts } from './browser-facts.ts';
import { createSettingsKeeper } from './settings-keeper.ts';

/** Chrome lets synchronised storage be written 120 times a minute, in milliseconds. */
const REST_MS = 600;
/** How long a kept change is said to be kept, in milliseconds. */
const SAID_MS = 4000;

const [locale, firstFacts, template, firstOwnStyle, firstLog] = await Promise.all([
	prepareDocument(),
	readBrowserFacts(),
	loadTemplate(),
	loadOwnStyle(),
	loadDiagnosticLog(),
]);
let facts = firstFacts;
let ownStyle = firstOwnStyle?.title;
let log = firstLog;
let forgetting: ReturnType<typeof setTimeout> | undefined;
const keeper = createSettingsKeeper({
	stored: locale.settings,
	save: saveSettings,
	rest: () => new Promise((resolve) => setTimeout(resolve, REST_MS)),
	changed() {
		clearTimeout(forgetting);
		if (keeper.outcome === 'saved') forgetting = setTimeout(() => keeper.forgetOutcome(), SAID_MS);
		draw();
	},
});
draw();
locale.changed(draw);
watchSettings((settings) => keeper.heard(settings));
watchOwnStyle((style) => {
	ownStyle = style?.title;
	draw();
});
watchDiagnosticLog((entries) => {
	log = entries;
	draw();
});
window.addEventListener('pagehide', () => keeper.leave());
// The reader may have been to the browser's own settings and back.
window.addEventListener('focus', async () => {
	facts = await readBrowserFacts();
	draw();
});

function draw(): void {
	document.title = `${translatePlainly('settings')} — En marge`;
	const root = document.getElementById('root');
	if (root === null) return;
	const { settings, outcome, change, reset, undoReset, retry } = keeper;
	render(
		<TranslationProvider value={{ translate: translatePlainly, locale: locale.tag }}>
			<SettingsPage
				state={{ settings, outcome, template, ownStyle, diagnostics: diagnosticsIn(locale.tag), ...facts }}
				actions={{
					change,
					reset,
					undoReset,
					retry,
					tryTemplate: async (tried) => (await import('./try-template.ts')).tryTemplate(tried),
					tryStyle: async (file) => (await import('./try-style.ts')).tryStyle(file),
					removeStyle: () => void saveOwnStyle(undefined),
					openBrowserKeys: () => void openBrowserKeys(facts.browser),
					copyText: (text) => navigator.clipboard.writeText(text),
					clearLog: () => void clearDiagnosticLog(),
				}}
			/>
		</TranslationProvider>,
		root,
	);
}

function diagnosticsIn(language: string): { facts: string; log: string } {
	const { version } = browser.runtime.getManifest();
	return { facts: `En marge ${version}\n${navigator.userAgent}\ninterface: ${language}`, log: entryLines(log) };
}
