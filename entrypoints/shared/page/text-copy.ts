import type { Sender } from '../../../utils/messaging/channel.ts';
import type { BackgroundCommands } from '../../../utils/messaging/protocol.ts';
import { createInterfaceHolder } from './interface-holder.ts';
import type { KeystrokeGuard } from './keystroke-guard.ts';
import type { PageHandoff } from './page-handoff.ts';
import type { MountInterface, PageInterfaceActions } from './page-interface.ts';

/**
 * An archive file that the browser shows as plain text is read in our reader. Opening the file takes the reader there at
 * once; coming back to it, or loading it again, is taken as wanting the file itself: then the reader is only offered.
 */
export async function offerReader(
	window: Window,
	send: Sender<BackgroundCommands>,
	readTextCopy: NonNullable<PageHandoff['readTextCopy']>,
	loadInterface: () => Promise<MountInterface | undefined>,
	guard: KeystrokeGuard,
): Promise<void> {
	const open = async (): Promise<void> => {
		ui.update({ notice: undefined });
		const copy = await readTextCopy(window.document.body.textContent ?? '');
		if (copy === undefined) return;
		const result = await send('openInReader', { ...copy, at: new Date().toISOString() });
		if (!result.ok) ui.update({ notice: { kind: 'fault', fault: result.fault, draftText: '', canRetry: true } });
	};
	const nothing = (): void => {};
	const actions: PageInterfaceActions = {
		highlight: nothing,
		highlightAndNote: nothing,
		copyQuote: nothing,
		copyLink: nothing,
		attach: nothing,
		dismissToolbar: nothing,
		openNoteOutside: nothing,
		showChanges: nothing,
		changeColor: nothing,
		changeStyle: nothing,
		loadTags: async () => [],
		saveCard: nothing,
		closeCard: nothing,
		deleteAnnotation: nothing,
		undo: nothing,
		copyDraft: nothing,
		retry: () => void open(),
		openInReader: () => void open(),
		dismissNotice: () => ui.update({ notice: undefined }),
	};
	const ui = createInterfaceHolder(loadInterface, guard, actions, 'ltr');
	const [navigation] = window.performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
	if (navigation?.type === 'navigate') return await open();
	ui.update({ notice: { kind: 'offer-reader' } });
}
