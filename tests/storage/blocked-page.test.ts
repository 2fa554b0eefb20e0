import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import type { Fault } from '../../utils/domain/fault.ts';

test('in a document that is refused all storage the store loads, and says what is wrong', async () => {
	const refuse = () => {
		throw new DOMException('The operation is insecure.', 'SecurityError');
	};
	vi.stubGlobal('BroadcastChannel', refuse);
	vi.stubGlobal('indexedDB', { open: refuse });
	const { openLibraryStore } = await import('../../utils/storage/library-store.ts');
	const store = openLibraryStore();
	const fault: Fault = await store.listArticleIds('annotated').then(
		() => expect.fail('it was refused'),
		(error) => error,
	);
	expect(fault.code).toBe('storage-blocked');
	const failed = vi.fn();
	store.observe(() => store.listArticleIds('annotated'), vi.fn(), failed);
	await vi.waitFor(() => expect(failed).toHaveBeenCalledWith('storage-blocked'));
	store.close();
});
