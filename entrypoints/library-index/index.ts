import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { openIndexReader } from '../../utils/storage/index-reader.ts';
import { openLibraryStore } from '../../utils/storage/library-store.ts';
import type { ImportQuestion, ImportReply } from '../library/import/import-protocol.ts';
import { createImportService } from '../library/import/import-service.ts';
import { recordFiles } from '../library/import/record-files.ts';
import { createIndexService } from './index-service.ts';
import type { IndexMessage, QuestionMessage } from './protocol.ts';

/** The part of a worker's scope that is used. */
interface WorkerScope<Asked, Told> {
	onmessage: ((event: MessageEvent<Asked>) => void) | null;
	postMessage(message: Told, transfer?: readonly Transferable[]): void;
}

/**
 * The workers of the library, in one script, as they share most of what is in it. One that is named `import` opens and stores what an import
 * brings; any other is the index, and alone reads and writes it.
 */
export default defineUnlistedScript(() => {
	if ((globalThis as { name?: string }).name === 'import') bringIn();
	else index();
});

function bringIn(): void {
	const scope = globalThis as unknown as WorkerScope<ImportQuestion, ImportReply>;
	const record = recordFiles(openLibraryStore(), () => new Date());
	const answer = createImportService(record, (message) => scope.postMessage(message));
	scope.onmessage = ({ data }) => void answer(data);
}

function index(): void {
	const scope = globalThis as unknown as WorkerScope<QuestionMessage, IndexMessage>;
	const service = createIndexService(openIndexReader(), (message) => {
		const ids = 'answer' in message && message.answer && 'ids' in message.answer ? [message.answer.ids.buffer] : [];
		scope.postMessage(message, ids);
	});
	scope.onmessage = ({ data }) => void service.ask(data);
}
