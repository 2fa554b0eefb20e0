import type { ExportSaved } from '../../../components/panel/export-run.ts';
import type { Annotation } from '../../../utils/domain/annotation.ts';
import type { ArticleVersion } from '../../../utils/domain/article.ts';
import type { ExportChoice } from '../../../utils/domain/export-format.ts';
import type { ArticleExport } from '../../../utils/exchange/article-export.ts';
import { exportFileName } from '../../../utils/exchange/file-name.ts';
import { writeExport } from '../../../utils/exchange/write-export.ts';
import { exportInput } from '../exporting/export-input.ts';
import { exportSurroundings } from '../exporting/export-surroundings.ts';
import { saveBlob } from '../exporting/save-blob.ts';
import { storedParts } from '../exporting/stored-parts.ts';
import type { PanelStore } from './panel-store.ts';
import type { WatchedTab } from './watch-tab.ts';

/** Puts the article shown into the clipboard, in a form; nothing where none is shown. */
export async function copyArticle(
	store: PanelStore,
	watched: WatchedTab | undefined,
	choice: ExportChoice,
): Promise<void> {
	const input = await exportOf(store, watched, choice);
	if (input === undefined) return;
	// The byte order mark is for programs that open a file.
	await navigator.clipboard.writeText(writeExport(choice.format, input).text.replace(/^\ufeff/, ''));
}

/** Saves the article shown where the browser saves downloads. */
export async function downloadArticle(
	store: PanelStore,
	watched: WatchedTab | undefined,
	choice: ExportChoice,
): Promise<ExportSaved | undefined> {
	const input = await exportOf(store, watched, choice);
	if (input === undefined) return undefined;
	const { text, extension, mediaType } = writeExport(choice.format, input);
	const fileName = exportFileName(input.exportedAt, input.article.title, extension, input.timeZone);
	saveBlob(new Blob([text], { type: mediaType }), fileName);
	return { fileName, isEmpty: input.annotations.length === 0 };
}

async function exportOf(
	store: PanelStore,
	watched: WatchedTab | undefined,
	{ withArticle }: ExportChoice,
): Promise<ArticleExport | undefined> {
	if (watched?.state.kind !== 'article') return undefined;
	const { facts, annotations, outcomes } = watched.state;
	const id = watched.articleId;
	const [article, latest] = id === undefined ? [] : await Promise.all([store.getArticle(id), store.latestVersion(id)]);
	const versions = id === undefined ? [] : await versionsOf(store, id, annotations);
	const known = {
		article: facts,
		annotations,
		withArticle,
		outcomes: new Map(Object.entries(outcomes)),
		...storedParts(article, latest, versions),
	};
	return exportInput(known, await exportSurroundings());
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
