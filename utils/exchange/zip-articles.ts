import { Zip, ZipDeflate } from 'fflate';
import type { ArticleExport } from './article-export.ts';
import { exportFileName } from './file-name.ts';
import type { ArticleStream } from './many-articles.ts';
import type { ExportedFile } from './write-export.ts';

/** The packer makes its tables anew for each file: of the size that an article needs, not of 2 MB. */
const MEMORY = 3;

/**
 * Many articles as the parts of one zip file, each a file named after its article, written when it is read. Of two that would have
 * one name the later gets a number.
 */
export async function* zipArticles(
	articles: ArticleStream,
	write: (input: ArticleExport) => ExportedFile,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
	let parts: Uint8Array<ArrayBuffer>[] = [];
	const zip = new Zip((error, part) => {
		if (error) throw error;
		parts.push(part as Uint8Array<ArrayBuffer>);
	});
	const taken = new Map<string, number>();
	const encoder = new TextEncoder();
	for await (const article of articles) {
		const { name, text } = fileOf(article, write(article), taken);
		const file = new ZipDeflate(name, { level: 6, mem: MEMORY });
		file.mtime = article.exportedAt;
		zip.add(file);
		file.push(encoder.encode(text), true);
		yield* parts;
		parts = [];
	}
	zip.end();
	yield* parts;
}

function fileOf(
	input: ArticleExport,
	{ text, extension }: ExportedFile,
	taken: Map<string, number>,
): { name: string; text: string } {
	const { title, published } = input.article;
	const day = published ?? input.exportedAt;
	const first = exportFileName(day, title, extension);
	let name = first;
	// Windows and macOS take names that differ in case alone for one.
	for (let number = taken.get(first.toLowerCase()) ?? 1; taken.has(name.toLowerCase()); name = numbered(first, number))
		taken.set(first.toLowerCase(), ++number);
	taken.set(name.toLowerCase(), taken.get(name.toLowerCase()) ?? 1);
	return { name, text };
}

function numbered(name: string, number: number): string {
	return name.replace(/\.[^.]+$/, `-${number}$&`);
}
