import { colorLabel } from '../../../components/page/color-label.ts';
import { COLORS, type Color } from '../../../utils/domain/color.ts';
import type { ExportWords } from '../../../utils/exchange/article-export.ts';
import { exportFileName } from '../../../utils/exchange/file-name.ts';
import { toObsidianMarkdown } from '../../../utils/exchange/markdown.ts';
import { translate } from '../translate.ts';
import type { PanelStore } from './panel-store.ts';
import type { WatchedTab } from './watch-tab.ts';

/** The Markdown of the article shown; empty where none is. */
export async function exportMarkdown(store: PanelStore, watched: WatchedTab | undefined): Promise<string> {
	if (watched?.state.kind !== 'article') return '';
	const { facts, annotations, outcomes } = watched.state;
	const version = watched.articleId === undefined ? undefined : await store.latestVersion(watched.articleId);
	return toObsidianMarkdown({
		article: facts,
		annotations,
		outcomes: new Map(Object.entries(outcomes)),
		exportedAt: new Date().toISOString(),
		timeZone: readersTimeZone(),
		words: exportWords(),
		...(version && { articleText: version.text }),
	});
}

/** Saves the Markdown where the browser saves downloads. An anchor does it: no permission is needed. */
export async function exportFile(store: PanelStore, watched: WatchedTab | undefined): Promise<void> {
	if (watched?.state.kind !== 'article') return;
	const text = await exportMarkdown(store, watched);
	const address = URL.createObjectURL(new Blob([text], { type: 'text/markdown;charset=utf-8' }));
	const anchor = document.createElement('a');
	anchor.href = address;
	anchor.download = exportFileName(new Date().toISOString(), watched.state.facts.title, 'md', readersTimeZone());
	anchor.click();
	setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

function readersTimeZone(): string {
	return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function exportWords(): ExportWords {
	return {
		passage: translate('passage'),
		note: translate('note'),
		annotations: translate('annotationsList'),
		picture: translate('picture'),
		colors: Object.fromEntries(COLORS.map((color) => [color, colorLabel(translate, color)])) as Record<Color, string>,
		styles: {
			underline: translate('styleUnderline'),
			strikethrough: translate('styleStrikethrough'),
			outline: translate('styleOutline'),
		},
		states: { changed: translate('stateChanged'), orphan: translate('stateOrphan') },
	};
}
