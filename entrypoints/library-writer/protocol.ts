import type { WrittenArticle } from '../../utils/exchange/many/many-file.ts';
import type { IdRange } from '../../utils/storage/read-parts.ts';
import type { PackedParts } from '../shared/backup/pack-parts.ts';
import type { ExportSurroundings } from '../shared/exporting/export-surroundings.ts';
import type { ExportedArticle, Writing } from '../shared/exporting/write-article.ts';

/** Articles to be exported. */
export interface ExportTask {
	readonly articles: readonly ExportedArticle[];
	/** The functions among the surroundings are the writer's own. */
	readonly writing: Writing<Omit<ExportSurroundings, 'cite' | 'sentencesIn'>>;
}

/** What a page has its writers do: each reads the library by itself. */
export interface WriterTasks {
	/** Reads a range of articles and packs it for a backup. */
	pack(range: IdRange): PackedParts;
	/** Of each article, in their order; undefined where it is not there, or the file has nothing of it. */
	export(task: ExportTask): { readonly written: readonly (WrittenArticle<Uint8Array<ArrayBuffer>> | undefined)[] };
}
export type TaskName = keyof WriterTasks;

export interface TaskMessage<Name extends TaskName = TaskName> {
	readonly id: number;
	readonly name: Name;
	readonly of: Parameters<WriterTasks[Name]>[0];
}

/** What a writer answers, in any order. */
export type DoneMessage =
	| { readonly id: number; readonly ok: true; readonly answer: ReturnType<WriterTasks[TaskName]> }
	| { readonly id: number; readonly ok: false; readonly why: string };
