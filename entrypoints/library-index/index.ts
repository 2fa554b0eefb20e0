import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { openIndexReader } from '../../utils/storage/index-reader.ts';
import { createIndexService } from './index-service.ts';
import type { IndexMessage, QuestionMessage } from './protocol.ts';

/** The part of a worker's scope that is used. */
interface WorkerScope {
	onmessage: ((event: MessageEvent<QuestionMessage>) => void) | null;
	postMessage(message: IndexMessage, transfer: readonly Transferable[]): void;
}

/** The worker of the library: it alone reads and writes the index. */
export default defineUnlistedScript(() => {
	const scope = globalThis as unknown as WorkerScope;
	const service = createIndexService(openIndexReader(), (message) => {
		const ids = 'answer' in message && message.answer && 'ids' in message.answer ? [message.answer.ids.buffer] : [];
		scope.postMessage(message, ids);
	});
	scope.onmessage = ({ data }) => void service.ask(data);
});
