import { Fault } from '../../../utils/domain/fault.ts';
import type {
	ImportAnswer,
	ImportAsked,
	ImportQuestion,
	ImportQuestionName,
	ImportQuestions,
	ImportReply,
} from './import-protocol.ts';
import { openFiles } from './read-found.ts';
import type { RecordFiles } from './record-files.ts';

type Handlers = {
	readonly [Name in ImportQuestionName]: (of: ImportAsked<Name>) => ImportAnswer<Name> | Promise<ImportAnswer<Name>>;
};

/** What of an import needs no document, away from the page: opening files, telling articles apart, storing. */
export function createImportService(
	record: RecordFiles,
	reply: (message: ImportReply) => void,
): (question: ImportQuestion) => Promise<void> {
	let known: ReadonlySet<string> = new Set();
	const handlers: Handlers = {
		begin(keys) {
			known = new Set(keys);
		},
		open: (files) => openFiles(files, known),
		record: ({ importId, files }) => record(importId, files),
	};
	return async ({ id, name, of }) => {
		try {
			const handle = handlers[name] as (of: unknown) => ReturnType<ImportQuestions[typeof name]>;
			reply({ id, ok: true, answer: await handle(of) });
		} catch (error) {
			reply({ id, ok: false, fault: error instanceof Fault ? error.code : 'write-failed' });
		}
	};
}
