import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { gatherBlob } from '../shared/backup/gather-blob.ts';
import { packLines } from '../shared/backup/pack-lines.ts';

/** What the worker answers. */
export type PackedMessage = { readonly ok: true; readonly file: Blob } | { readonly ok: false; readonly why: string };

/** The part of a worker's scope that is used. */
interface WorkerScope {
	onmessage: ((event: MessageEvent<ReadableStream<string>>) => void) | null;
	postMessage(message: PackedMessage): void;
}

/** Packs the lines of one backup: reading a library takes as long, and a page is not to do both. */
export default defineUnlistedScript(() => {
	const scope = globalThis as unknown as WorkerScope;
	scope.onmessage = async ({ data }) => {
		const { sink, blob } = gatherBlob();
		try {
			await packLines(data, sink);
			scope.postMessage({ ok: true, file: blob('application/gzip') });
		} catch (error) {
			scope.postMessage({ ok: false, why: String(error) });
		}
	};
});
