import type { ExportRun } from '../../../components/panel/export-run.ts';
import type { ExportChoice, ExportFormat } from '../../../utils/domain/export-format.ts';
import type { ArticleExport } from '../../../utils/exchange/article-export.ts';
import { exportFileName } from '../../../utils/exchange/file-name.ts';
import { fileOf, writeExport } from '../../../utils/exchange/write-export.ts';
import { isReadInOrder, writeMany } from '../../../utils/exchange/write-many.ts';
import { zipArticles } from '../../../utils/exchange/zip-articles.ts';
import type { ArticleBundle, LibraryStore } from '../../../utils/storage/library-store.ts';
import { type ExportSurroundings, exportInput, exportSurroundings } from './export-surroundings.ts';
import { storedParts } from './stored-parts.ts';

/** What is exported: an article with all its annotations, or with those named alone. */
export interface ExportedArticle {
	readonly articleId: string;
	readonly annotationIds?: readonly string[];
}

/** Ended by its signal, the work is rejected with its reason. */
export interface ExportManyOptions extends Partial<ExportRun> {
	/** True for one text whatever the format: documents stand one after the other where a zip file would hold them. */
	readonly isOneText?: boolean;
	/** Told in tests; else those of this page. */
	readonly surroundings?: ExportSurroundings;
}

export interface ExportedMany {
	readonly blob: Blob;
	readonly fileName: string;
}

/** So many articles are read in one transaction. */
const READ_AT_ONCE = 50;
/** So many and more stand in the order in which they are read fastest, where a form has no order. */
const MANY = 500;
/** Text that is handed to the browser, which may keep it on the disk, in UTF-16 code units. */
const PART_LENGTH = 1 << 20;
/** The page answers its reader at least as often, in milliseconds. */
const LONGEST_TURN_MS = 40;

/**
 * Articles as one file, or all there are: one that holds them all, in the order given where somebody reads it, or a zip file where
 * each is a file of its own. What is read is written and let go of, a few articles at a time. Rejects with a Fault of the store, or where it is ended.
 */
export async function exportMany(
	store: Pick<LibraryStore, 'listArticleIds' | 'readBundles'>,
	chosen: readonly ExportedArticle[] | 'everything',
	{ format, withArticle }: ExportChoice,
	{ signal, progress, isOneText = false, surroundings: told }: ExportManyOptions = {},
): Promise<ExportedMany> {
	const surroundings = told ?? (await exportSurroundings());
	const all = async () => (await store.listArticleIds('added')).reverse().map((articleId) => ({ articleId }));
	const wanted = chosen === 'everything' ? await all() : chosen;
	const list = wanted.length >= MANY && !isOneText && !isReadInOrder(format) ? [...wanted].sort(byId) : wanted;
	const articles = readArticles(store, list, { surroundings, withArticle, signal, progress });
	const facts = { id: `urn:uuid:${crypto.randomUUID()}`, label: 'En marge', exportedAt: surroundings.exportedAt };
	const { extension, mediaType } = fileOf(format, surroundings.template);
	const parts = writeMany(format, articles, facts) ?? (isOneText ? inTurn(articles, format) : undefined);
	const name = (ending: string): string =>
		exportFileName(surroundings.exportedAt, 'En marge', ending, surroundings.timeZone);
	return parts === undefined
		? {
				blob: await gather(
					zipArticles(articles, (input) => writeExport(format, input)),
					'application/zip',
				),
				fileName: name('zip'),
			}
		: { blob: await gather(parts, mediaType), fileName: name(extension) };
}

function byId(a: ExportedArticle, b: ExportedArticle): number {
	return a.articleId < b.articleId ? -1 : 1;
}

async function* inTurn(articles: AsyncIterable<ArticleExport>, format: ExportFormat): AsyncGenerator<string> {
	for await (const article of articles) yield `${writeExport(format, article).text}\n`;
}

interface Reading {
	readonly surroundings: ExportSurroundings;
	readonly withArticle: boolean;
	readonly signal: AbortSignal | undefined;
	readonly progress: ExportManyOptions['progress'] | undefined;
}

async function* readArticles(
	store: Pick<LibraryStore, 'readBundles'>,
	list: readonly ExportedArticle[],
	{ surroundings, withArticle, signal, progress }: Reading,
): AsyncGenerator<ArticleExport> {
	let turn = performance.now();
	const read = (from: number) => {
		const ids = list.slice(from, from + READ_AT_ONCE).map(({ articleId }) => articleId);
		const bundles = ids.length === 0 ? undefined : store.readBundles(ids);
		// Told when it is awaited, unless the work has been ended before.
		bundles?.catch(() => undefined);
		return bundles;
	};
	let upcoming = read(0);
	for (let from = 0; from < list.length; from += READ_AT_ONCE) {
		signal?.throwIfAborted();
		const batch = list.slice(from, from + READ_AT_ONCE);
		const bundles = (await upcoming) ?? [];
		// The next are read while these are written.
		upcoming = read(from + READ_AT_ONCE);
		const bundleOf = new Map(bundles.map((bundle) => [bundle.article.id, bundle]));
		for (const [index, { articleId, annotationIds }] of batch.entries()) {
			const bundle = bundleOf.get(articleId);
			if (bundle !== undefined) {
				const wanted = annotationIds && new Set(annotationIds);
				const annotations = bundle.annotations.filter(({ id }) => wanted?.has(id) ?? true);
				yield exportInput({ ...partsOf({ ...bundle, annotations }), withArticle }, surroundings);
			}
			progress?.(from + index + 1, list.length);
			if (performance.now() - turn > LONGEST_TURN_MS) {
				await new Promise((resolve) => setTimeout(resolve));
				turn = performance.now();
			}
			signal?.throwIfAborted();
		}
	}
}

function partsOf({ article, annotations, versions }: ArticleBundle) {
	const madeOn = new Set(annotations.map(({ version }) => version));
	const needed = versions.filter(({ fingerprint }) => madeOn.has(fingerprint));
	return { article, annotations, ...storedParts(article, versions.at(-1), needed) };
}

/** The parts as one Blob, made of Blobs as they come: text that waits in the page's own memory is short. */
async function gather(parts: AsyncIterable<string | Uint8Array<ArrayBuffer>>, type: string): Promise<Blob> {
	const blobs: Blob[] = [];
	let waiting: BlobPart[] = [];
	let length = 0;
	for await (const part of parts) {
		waiting.push(typeof part === 'string' ? part.toWellFormed() : part);
		length += part.length;
		if (length < PART_LENGTH) continue;
		blobs.push(new Blob(waiting));
		waiting = [];
		length = 0;
	}
	return new Blob([...blobs, ...waiting], { type });
}
