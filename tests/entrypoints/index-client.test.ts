import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createIndexClient, type WorkerPort } from '../../entrypoints/library-index/index-client.ts';
import type { QuestionMessage } from '../../entrypoints/library-index/protocol.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

/** A page's client, and the workers that it starts, which only do what a test has them do. */
function page() {
	const workers: (WorkerPort & { readonly asked: QuestionMessage[] })[] = [];
	const client = createIndexClient(() => {
		const asked: QuestionMessage[] = [];
		const port = { asked, postMessage: (message: QuestionMessage) => void asked.push(message), terminate: vi.fn() };
		workers.push({ ...port, onmessage: null, onerror: null });
		return workers.at(-1)!;
	});
	const die = () => workers.at(-1)!.onerror?.({ preventDefault() {} } as ErrorEvent);
	const failed = (answer: Promise<unknown>) =>
		answer.then(
			() => 'answered',
			() => 'failed',
		);
	return { client, workers, die, failed };
}

describe('a worker of the index that died', () => {
	test('has another in its place, which is asked what it left unanswered', async () => {
		const { client, workers, die } = page();
		const state = client.ask('state', {});
		die();
		expect(workers).toHaveLength(2);
		expect(workers[1]!.asked).toEqual(workers[0]!.asked);
		workers[1]!.onmessage?.({ data: { id: workers[1]!.asked[0]!.id, ok: true, answer: 'told' } } as never);
		expect(await state).toBe('told');
	});

	test('has another in its place where nobody waits but somebody watches', () => {
		const { client, workers, die } = page();
		const changed = vi.fn();
		client.watch(changed);
		die();
		expect(workers).toHaveLength(2);
		workers[1]!.onmessage?.({ data: { changed: {} } } as never);
		expect(changed).toHaveBeenCalledOnce();
	});

	test('has none where nobody waits or watches', () => {
		const { client, workers, die } = page();
		client.watch(() => undefined)();
		die();
		expect(workers).toHaveLength(1);
	});

	test('has none where one after the other dies: who watches is told, who asks is refused, until some time has passed', async () => {
		const { client, workers, die, failed } = page();
		const changed = vi.fn();
		client.watch(changed);
		for (let deaths = 0; deaths < 4; deaths++) {
			expect(changed).not.toHaveBeenCalled();
			die();
		}
		expect(workers).toHaveLength(4);
		expect(changed).toHaveBeenCalledOnce();
		expect(await failed(client.ask('state', {}))).toBe('failed');
		expect(workers).toHaveLength(4);
		vi.advanceTimersByTime(60_000);
		void client.ask('state', {});
		expect(workers).toHaveLength(5);
	});

	test('has another once the reader has the index made anew', () => {
		const { client, workers, die } = page();
		client.watch(() => undefined);
		for (let deaths = 0; deaths < 4; deaths++) die();
		void client.ask('rebuild', {});
		expect(workers).toHaveLength(5);
	});

	test('takes no question with it more than twice', async () => {
		const { client, workers, die, failed } = page();
		const state = failed(client.ask('state', {}));
		die();
		die();
		expect(await state).toBe('failed');
		expect(workers).toHaveLength(2);
	});
});
