import type { FaultCode } from '../../../utils/domain/fault.ts';
import type { ImportedFile } from '../../../utils/domain/import-record.ts';
import type { FileToOpen, OpenedFile, ReadFile } from './read-found.ts';

/** What the page that imports asks of its worker. */
export interface ImportQuestions {
	/** An import begins: keys of the files that need not be opened; see `fileKey`. */
	begin(known: readonly string[]): void;
	/** In the order asked; nothing for a file that is known. */
	open(files: readonly FileToOpen[]): readonly (OpenedFile | undefined)[];
	/** Keeps the articles and writes the files down, durably; the lines of the report. */
	record(of: { readonly importId: string; readonly files: readonly ReadFile[] }): readonly ImportedFile[];
}
export type ImportQuestionName = keyof ImportQuestions;
export type ImportAsked<Name extends ImportQuestionName> = Parameters<ImportQuestions[Name]>[0];
export type ImportAnswer<Name extends ImportQuestionName> = ReturnType<ImportQuestions[Name]>;

/** From page to worker. */
export interface ImportQuestion<Name extends ImportQuestionName = ImportQuestionName> {
	readonly id: number;
	readonly name: Name;
	readonly of: ImportAsked<Name>;
}

/** From worker to page; a refusal of the store by its code. */
export type ImportReply =
	| { readonly id: number; readonly ok: true; readonly answer: ImportAnswer<ImportQuestionName> }
	| { readonly id: number; readonly ok: false; readonly fault: FaultCode };
