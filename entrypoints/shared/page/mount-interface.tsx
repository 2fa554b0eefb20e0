import { render } from 'preact';
import baseCss from '../../../components/design/base.css?inline';
import tokensCss from '../../../components/design/tokens.css?inline';
import { Card } from '../../../components/page/card.tsx';
import { KeysProvider } from '../../../components/page/keys.ts';
import { LiveRegion } from '../../../components/page/live-region.tsx';
import pageCss from '../../../components/page/page.css?inline';
import { PageNotice } from '../../../components/page/page-notice.tsx';
import { ReadingBar } from '../../../components/page/reading-bar.tsx';
import { Toolbar } from '../../../components/page/toolbar.tsx';
import { TranslationProvider } from '../../../components/translation.ts';
import { DEFAULT_SETTINGS } from '../../../utils/domain/settings.ts';
import { uiLocale } from '../locale.ts';
import { createPageTools } from '../page-tools/create-page-tools.ts';
import { CardCommands, Handles } from '../page-tools/passage-views.tsx';
import type { PageTools } from '../page-tools/tools.ts';
import { setVocabulary, translate } from '../translate.ts';
import { refuseClicksInChangedHost } from './changed-host.ts';
import { copyPassage } from './copy-passage.ts';
import { deliverInto } from './deliver-keystrokes.ts';
import { drawLatest } from './draw-latest.ts';
import { currentHandoff } from './page-handoff.ts';
import type { MountInterface, PageInterfaceActions, PageInterfaceState } from './page-interface.ts';

/** Puts our one host element into the page, with everything in a closed shadow root in the top layer. */
export const mountInterface: MountInterface = (actions, guard, toolsHost) => {
	const host = document.createElement('div');
	host.style.cssText =
		'all: initial !important; position: fixed !important; inset: 0 !important; inline-size: auto !important;' +
		'block-size: auto !important; margin: 0 !important; padding: 0 !important; border: 0 !important;' +
		'background: none !important; overflow: visible !important; pointer-events: none !important;' +
		'display: block !important; z-index: 2147483647 !important;';
	const shadow = host.attachShadow({ mode: 'closed' });
	adoptStyles(shadow, tokensCss + baseCss + pageCss);
	const container = document.createElement('div');
	shadow.append(container);
	refuseClicksInChangedHost(host, container);
	guard.host = host;
	guard.deliver = deliverInto(shadow);
	const tools = toolsHost && createPageTools(toolsHost);
	let cardId: string | undefined;

	/** Whoever is told that bounds are kept, or a popover opened, may ask for another drawing in the midst of this one. */
	const update = drawLatest((state: PageInterfaceState): void => {
		const before = cardId;
		cardId = state.card?.annotation.id;
		// Bounds that are being changed are kept when their card is left.
		if (before !== undefined && before !== cardId) tools?.bounds.keep();
		if (!host.isConnected) document.documentElement.append(host);
		toTopLayer(host, isVisible(state) || tools?.cursor.span !== undefined);
		const { vocabulary, settings } = currentHandoff() ?? {};
		setVocabulary(vocabulary);
		const locale = uiLocale();
		container.dir = locale.dir;
		container.lang = locale.tag;
		render(
			<TranslationProvider value={{ translate, locale: locale.tag }}>
				<KeysProvider value={settings?.current.keys ?? DEFAULT_SETTINGS.keys}>
					<PageInterfaceView state={state} actions={actions} tools={tools} lang={toolsHost?.article().facts.lang} />
				</KeysProvider>
			</TranslationProvider>,
			container,
		);
	});

	return {
		tools,
		update,
		copy: copyPassage,
		stop() {
			render(null, container);
			host.remove();
			guard.host = undefined;
			guard.deliver = undefined;
		},
	};
};

interface PageInterfaceViewProps {
	readonly state: PageInterfaceState;
	readonly actions: PageInterfaceActions;
	readonly tools: PageTools | undefined;
	/** Of the article. */
	readonly lang: string | undefined;
}

function PageInterfaceView({ state, actions, tools, lang }: PageInterfaceViewProps) {
	const { selection, byTouch, canAttach, card, notice, announcement, dir } = state;
	return (
		<>
			{selection && !card && (
				<Toolbar
					boxes={selection}
					byTouch={byTouch === true}
					dir={dir}
					highlight={actions.highlight}
					highlightAndNote={actions.highlightAndNote}
					copyQuote={actions.copyQuote}
					copyLink={actions.copyLink}
					attach={canAttach ? actions.attach : undefined}
					dismiss={actions.dismissToolbar}
				/>
			)}
			{card && (
				<Card
					key={card.annotation.id}
					{...card}
					// The card keeps out of the way of a passage that grows.
					boxes={tools?.bounds.boxes() ?? card.boxes}
					dir={dir}
					changeColor={actions.changeColor}
					changeStyle={actions.changeStyle}
					loadTags={actions.loadTags}
					copyQuote={actions.copyQuote}
					copyLink={actions.copyLink}
					save={actions.saveCard}
					close={actions.closeCard}
					remove={actions.deleteAnnotation}
					openNoteOutside={actions.openNoteOutside}
					showChanges={actions.showChanges}
				>
					{tools && <CardCommands tools={tools} />}
				</Card>
			)}
			{card && tools && <Handles tools={tools} dir={dir} close={actions.closeCard} />}
			{tools?.cursor.span && !card && !notice && <ReadingBar dir={dir} leave={tools.cursor.leave} />}
			{notice && (
				<PageNotice
					notice={notice}
					undo={actions.undo}
					retry={actions.retry}
					copyDraft={actions.copyDraft}
					openInReader={actions.openInReader}
					dismiss={actions.dismissNotice}
				/>
			)}
			<LiveRegion announcement={announcement} lang={lang} />
		</>
	);
}

function isVisible({ selection, card, notice }: PageInterfaceState): boolean {
	return (selection ?? card ?? notice) !== undefined;
}

/** The top layer stands above every z-index of the page. */
function toTopLayer(host: HTMLElement, visible: boolean): void {
	if (typeof host.showPopover !== 'function') return;
	if (!host.hasAttribute('popover')) host.setAttribute('popover', 'manual');
	const open = host.matches(':popover-open');
	if (visible && !open) host.showPopover();
	else if (!visible && open) host.hidePopover();
}

/**
 * Constructed sheets are not stopped by a page's content security policy; Firefox does not let content scripts adopt
 * them (https://bugzilla.mozilla.org/show_bug.cgi?id=1751346), there a style element serves.
 */
function adoptStyles(shadow: ShadowRoot, css: string): void {
	try {
		const sheet = new CSSStyleSheet();
		sheet.replaceSync(css);
		shadow.adoptedStyleSheets = [sheet];
	} catch {
		const style = document.createElement('style');
		style.textContent = css;
		shadow.append(style);
	}
}
