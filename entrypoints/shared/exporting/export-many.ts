import type { ExportRun } from '../../../components/panel/export-run.ts';
import type { ExportChoice, ExportFormat } from '../../../utils/domain/export-format.ts';
import { inOrder } from '../../../utils/domain/in-order.ts';
import { exportFileName } from '../../../utils/exchange/file-name.ts';
import { joinZip } from '../../../utils/exchange/many/join-zip.ts';
import type { ManyJoiner, WrittenArticle } from '../../../utils/exchange/many/many-file.ts';
import { isReadInOrder, manyFormat } from '../../../utils/exchange/many/many-format.ts';
import { fileOf } from '../../../utils/exchange/write-export.ts';
import type { LibraryStore } from '../../../utils/storage/library-store.ts';
import { openWriterPool } from '../../library-writer/writer-pool.ts';
import { createBreather, yieldTask } from '../breather.ts';
import { type BlobGathering, gatherBlob } from '../gather-blob.ts';
import { type ExportSurroundings, exportSurroundings } from './export-surroundings.ts';
import { type ExportedArticle, type Writing, writeAlone, writeArticle } from './write-article.ts';

export type { ExportedArticle };

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

type Bytes = Uint8Array<ArrayBuffer>;

/** Articles that are done, in their order, each with what was written of it. */
type Done = readonly (readonly [articleId: string, WrittenArticle<Bytes> | undefined])[];

/** What stands before `.zip`, where the format has another name for readers. */
const ZIP_NAMES: Readonly<Partial<Record<ExportFormat, string>>> = { markdown: 'obsidian' };

/** So many articles are read in one transaction. */
const READ_AT_ONCE = 50;
/** So many and more are read in the order in which that is fastest, and written beside the page. */
const MANY = 500;
/** Bytes that are kept of articles written in another order than the one wanted. */
const MOST_IN_MEMORY = 64 << 20;

/**
 * Articles as one file, or all there are: one that holds them all, in the order given where somebody reads it, or a zip file where
 * each is a file of its own. A single one is the file that the panel makes of it, under its own title. What is read is written and let go of, a few articles at a time. Rejects with a Fault of the store, or where it is ended.
 */
export async function exportMany(
	store: Pick<LibraryStore, 'listArticleIds' | 'readBundles'>,
	chosen: readonly ExportedArticle[] | 'everything',
	choice: ExportChoice,
	{ signal, progress, isOneText = false, surroundings: told }: ExportManyOptions = {},
): Promise<ExportedMany> {
	const surroundings = told ?? (await exportSurroundings());
	const all = async () => (await store.listArticleIds('added')).reverse().map((articleId) => ({ articleId }));
	const list: readonly ExportedArticle[] = chosen === 'everything' ? await all() : chosen;
	const { exportedAt, timeZone, template } = surroundings;
	const facts = { id: `urn:uuid:${crypto.randomUUID()}`, label: 'En marge', exportedAt };
	const writing: Writing = { ...choice, facts, isOneText, surroundings };
	const [only] = list;
	if (only && list.length === 1) {
		const [bundle] = await store.readBundles([only.articleId]);
		signal?.throwIfAborted();
		if (bundle) {
			const { text, mediaType, fileName } = writeAlone(bundle, only.annotationIds, writing);
			progress?.(1, 1);
			return { blob: new Blob([text], { type: mediaType }), fileName };
		}
	}
	// The formatter of references is too large to be beside the page as well.
	const isBeside = list.length >= MANY && surroundings.cite === undefined && typeof Worker === 'function';
	const read = list.length >= MANY ? [...list].sort((a, b) => (a.articleId < b.articleId ? -1 : 1)) : list;
	const done = isBeside ? writeBeside(read, writing, signal) : writeHere(store, read, writing);
	const many = manyFormat(choice.format, isOneText);
	const joiner = many?.join<Bytes | Blob>(facts) ?? joinZip<Bytes | Blob>(exportedAt);
	const { extension, mediaType } = many
		? fileOf(choice.format, template)
		: { extension: `${ZIP_NAMES[choice.format] ?? choice.format}.zip`, mediaType: 'application/zip' };
	const gathered = gatherBlob();
	let count = 0;
	async function* counted(): AsyncGenerator<Done> {
		for await (const some of done) {
			signal?.throwIfAborted();
			yield some;
			for (const _ of some) progress?.(++count, list.length);
			signal?.throwIfAborted();
		}
	}
	const isOrdered = read === list || !(isOneText || isReadInOrder(choice.format));
	if (isOrdered) await join(counted(), joiner, gathered);
	else await joinAnew(counted(), list, joiner, gathered);
	for (const part of joiner.end()) gathered.add(part);
	return { blob: gathered.blob(mediaType), fileName: exportFileName(exportedAt, 'En marge', extension, timeZone) };
}

async function join(
	done: AsyncIterable<Done>,
	joiner: ManyJoiner<Bytes | Blob>,
	gathered: BlobGathering,
): Promise<void> {
	for await (const some of done)
		for (const [, article] of some) if (article) for (const part of joiner.next(article)) gathered.add(part);
}

/**
 * In another order than that in which they come: what is written waits, only so much of it in memory. The rest waits in Blobs, of
 * which the browser may keep the bytes on the disk; but of many small ones each takes its time.
 */
async function joinAnew(
	done: AsyncIterable<Done>,
	list: readonly ExportedArticle[],
	joiner: ManyJoiner<Bytes | Blob>,
	gathered: BlobGathering,
): Promise<void> {
	const kept = new Map<string, WrittenArticle<Bytes | Blob>>();
	let inMemory = 0;
	for await (const some of done) {
		const written = some.flatMap(([id, article]) => (article ? [[id, article] as const] : []));
		const isFull = inMemory > MOST_IN_MEMORY;
		const blob = new Blob(isFull ? written.map(([, { bytes }]) => bytes) : []);
		let at = 0;
		for (const [id, article] of written) {
			const { length } = article.bytes;
			kept.set(id, isFull ? { ...article, bytes: blob.slice(at, at + length) } : article);
			at += length;
		}
		inMemory += isFull ? 0 : at;
	}
	const breathe = createBreather(() => performance.now(), yieldTask);
	for (const { articleId } of list) {
		const article = kept.get(articleId);
		if (article) for (const part of joiner.next(article)) gathered.add(part);
		await breathe();
	}
}

function batchesOf(list: readonly ExportedArticle[]): (readonly ExportedArticle[])[] {
	const batches = Array.from({ length: Math.ceil(list.length / READ_AT_ONCE) }, (_, n) => n * READ_AT_ONCE);
	return batches.map((from) => list.slice(from, from + READ_AT_ONCE));
}

async function* writeBeside(
	list: readonly ExportedArticle[],
	{ surroundings, ...writing }: Writing,
	signal: AbortSignal | undefined,
): AsyncGenerator<Done, void> {
	const { cite: _, sentencesIn: __, ...plain } = surroundings;
	const pool = openWriterPool(signal);
	try {
		yield* inOrder(batchesOf(list), pool.atOnce, async (batch) => {
			const { written } = await pool.ask('export', { articles: batch, writing: { ...writing, surroundings: plain } });
			return batch.map(({ articleId }, n): Done[number] => [articleId, written[n]]);
		});
	} finally {
		pool.close();
	}
}

async function* writeHere(
	store: Pick<LibraryStore, 'readBundles'>,
	list: readonly ExportedArticle[],
	writing: Writing,
): AsyncGenerator<Done, void> {
	const breathe = createBreather(() => performance.now(), yieldTask);
	// The next are read while these are written.
	const read = inOrder(batchesOf(list), 2, async (batch) => {
		const bundles = await store.readBundles(batch.map(({ articleId }) => articleId));
		const bundleOf = new Map(bundles.map((bundle) => [bundle.article.id, bundle]));
		return batch.map((one) => [one, bundleOf.get(one.articleId)] as const);
	});
	for await (const batch of read) {
		for (const [{ articleId, annotationIds }, bundle] of batch) {
			yield [[articleId, bundle && (await writeArticle(bundle, annotationIds, writing))]];
			await breathe();
		}
	}
}
