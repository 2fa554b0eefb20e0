import type { ExportChoice } from '../../../utils/domain/export-format.ts';
import { exportFileName } from '../../../utils/exchange/file-name.ts';
import type { ManyFacts, WrittenArticle } from '../../../utils/exchange/many/many-file.ts';
import { manyFormat } from '../../../utils/exchange/many/many-format.ts';
import { type ExportedFile, writeExport } from '../../../utils/exchange/write-export.ts';
import type { ArticleBundle } from '../../../utils/storage/article-bundles.ts';
import { gzip } from '../gzip.ts';
import { exportInput } from './export-input.ts';
import type { ExportSurroundings } from './export-surroundings.ts';
import { storedParts } from './stored-parts.ts';

/** What is exported: an article with all its annotations, or with those named alone. */
export interface ExportedArticle {
	readonly articleId: string;
	readonly annotationIds?: readonly string[];
}

/** How each article of an export is written. */
export interface Writing<Surroundings = ExportSurroundings> extends ExportChoice {
	readonly facts: ManyFacts;
	/** True for one text whatever the format: documents stand one after the other where a zip file would hold them. */
	readonly isOneText: boolean;
	readonly surroundings: Surroundings;
}

/** One article for a file of many; undefined where that has nothing of it. */
export async function writeArticle(
	bundle: ArticleBundle,
	annotationIds: readonly string[] | undefined,
	{ format, withArticle, facts, isOneText, surroundings }: Writing,
): Promise<WrittenArticle<Uint8Array<ArrayBuffer>> | undefined> {
	const input = exportInput({ ...partsOf(bundle, annotationIds), withArticle }, surroundings);
	const many = manyFormat(format, isOneText);
	if (many === undefined) {
		const { text, extension } = writeExport(format, input);
		const { title, published } = input.article;
		return await packedFile(exportFileName(published ?? input.exportedAt, title, extension), encoded(text));
	}
	const written = many.write(input, facts);
	return written && { bytes: encoded(written.text), ...(written.page && { page: written.page }) };
}

/** One article as a file by itself. */
export function writeAlone(
	bundle: ArticleBundle,
	annotationIds: readonly string[] | undefined,
	{ format, withArticle, surroundings }: Writing,
): ExportedFile & { readonly fileName: string } {
	const input = exportInput({ ...partsOf(bundle, annotationIds), withArticle }, surroundings);
	const file = writeExport(format, input);
	return { ...file, fileName: exportFileName(input.exportedAt, input.article.title, file.extension, input.timeZone) };
}

/** What an export is made of; with the annotations named, else with all. */
function partsOf({ article, versions, ...bundle }: ArticleBundle, annotationIds: readonly string[] | undefined) {
	const wanted = annotationIds && new Set(annotationIds);
	const annotations = bundle.annotations.filter(({ id }) => wanted?.has(id) ?? true);
	const madeOn = new Set(annotations.map(({ version }) => version));
	const needed = versions.filter(({ fingerprint }) => madeOn.has(fingerprint));
	return { article, annotations, ...storedParts(article, versions.at(-1), needed) };
}

/** Lone surrogates, which no file in UTF-8 can hold, become U+FFFD. */
function encoded(text: string): Uint8Array<ArrayBuffer> {
	return new TextEncoder().encode(text);
}

/** Bytes of a gzip member before and after what is packed: in a zip file the same stands without. */
const GZIP_HEAD = 10;
const GZIP_TAIL = 8;

async function packedFile(
	name: string,
	content: Uint8Array<ArrayBuffer>,
): Promise<WrittenArticle<Uint8Array<ArrayBuffer>>> {
	const member = await gzip(content);
	const bytes = member.subarray(GZIP_HEAD, -GZIP_TAIL);
	const crc = new DataView(member.buffer).getUint32(member.length - GZIP_TAIL, true);
	return { bytes, file: { name, crc, length: content.length, packedLength: bytes.length } };
}
