import { colorLabel } from '../../../components/page/color-label.ts';
import type { Annotation } from '../../../utils/domain/annotation.ts';
import type { ArticleVersion } from '../../../utils/domain/article.ts';
import { COLORS, type Color } from '../../../utils/domain/color.ts';
import type { ExportFormat } from '../../../utils/domain/export-format.ts';
import type { ArticleExport, ExportWords } from '../../../utils/exchange/article-export.ts';
import { exportFileName } from '../../../utils/exchange/file-name.ts';
import { writeExport } from '../../../utils/exchange/write-export.ts';
import { isArchiveAddress } from '../archive-permission.ts';
import { translate } from '../translate.ts';
import type { PanelStore } from './panel-store.ts';
import type { WatchedTab } from './watch-tab.ts';

/** Puts the article shown into the clipboard, in a form; nothing where none is shown. */
export async function copyArticle(
	store: PanelStore,
	watched: WatchedTab | undefined,
	format: ExportFormat,
): Promise<void> {
	const input = await exportOf(store, watched);
	if (input === undefined) return;
	// The byte order mark is for programs that open a file.
	await navigator.clipboard.writeText(writeExport(format, input).text.replace(/^\ufeff/, ''));
}

/** Saves the article shown where the browser saves downloads. An anchor does it: no permission is needed. */
export async function downloadArticle(
	store: PanelStore,
	watched: WatchedTab | undefined,
	format: ExportFormat,
): Promise<void> {
	const input = await exportOf(store, watched);
	if (input === undefined) return;
	const { text, extension, mediaType } = writeExport(format, input);
	const address = URL.createObjectURL(new Blob([text], { type: mediaType }));
	const anchor = document.createElement('a');
	anchor.href = address;
	anchor.download = exportFileName(input.exportedAt, input.article.title, extension, input.timeZone);
	anchor.click();
	setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

async function exportOf(store: PanelStore, watched: WatchedTab | undefined): Promise<ArticleExport | undefined> {
	if (watched?.state.kind !== 'article') return undefined;
	const { facts, annotations, outcomes } = watched.state;
	const id = watched.articleId;
	const [article, latest] = id === undefined ? [] : await Promise.all([store.getArticle(id), store.latestVersion(id)]);
	const versions = id === undefined ? [] : await versionsOf(store, id, annotations);
	const archived = article?.addresses.find(isArchiveAddress);
	return {
		article: facts,
		annotations,
		outcomes: new Map(Object.entries(outcomes)),
		exportedAt: new Date().toISOString(),
		timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
		words: exportWords(),
		versions: new Map(versions.map((version) => [version.fingerprint, version])),
		...(latest && { articleText: latest.text }),
		...(latest?.html !== undefined && { articleHtml: latest.html }),
		...(article && { stored: article }),
		...(article?.note !== undefined && { articleNote: article.note }),
		...(archived !== undefined && { archivedAt: archived }),
	};
}

/** The versions that annotations were made on, as far as they are kept. */
async function versionsOf(
	store: PanelStore,
	articleId: string,
	annotations: readonly Annotation[],
): Promise<ArticleVersion[]> {
	const fingerprints = [...new Set(annotations.map(({ version }) => version))];
	const found = await Promise.all(fingerprints.map((fingerprint) => store.getVersion(articleId, fingerprint)));
	return found.filter((version) => version !== undefined);
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
