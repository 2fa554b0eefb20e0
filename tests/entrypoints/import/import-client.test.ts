import { expect, test } from 'vitest';
import { createImportClient, type ImportPort } from '../../../entrypoints/library/import/import-client.ts';
import type { ImportQuestion } from '../../../entrypoints/library/import/import-protocol.ts';
import { createImportService } from '../../../entrypoints/library/import/import-service.ts';
import { fileKey } from '../../../entrypoints/library/import/read-found.ts';
import type { RecordFiles } from '../../../entrypoints/library/import/record-files.ts';
import { Fault } from '../../../utils/domain/fault.ts';
import { pickedFile } from './fake-entries.ts';

/** A client with workers in memory: each message is a structured clone that arrives later. */
function world(record: RecordFiles = async () => []) {
	const asked: ImportQuestion[] = [];
	const ports: ImportPort[] = [];
	const client = createImportClient(() => {
		let isDead = false;
		const answer = createImportService(record, (data) => {
			if (!isDead) port.onmessage?.({ data: structuredClone(data) } as MessageEvent);
		});
		const port: ImportPort = {
			onmessage: null,
			onerror: null,
			postMessage(question) {
				asked.push(question);
				setTimeout(() => !isDead && void answer(question));
			},
			terminate() {
				isDead = true;
			},
		};
		ports.push(port);
		return port;
	});
	return { client, asked, ports };
}

const toOpen = (path: string) => ({ path, file: pickedFile(path, 'rfi'), isTurn: false });
const die = (port: ImportPort | undefined) => port?.onerror?.({ preventDefault() {} } as ErrorEvent);

test('files asked for at one moment go in few messages, and each gets its own answer', async () => {
	const { client, asked } = world();
	const paths = Array.from({ length: 60 }, (_, n) => `a/${n}.md`);
	const opened = await Promise.all(paths.map((path) => client.open(toOpen(path))));
	expect(opened.map((one) => one?.facts.path)).toEqual(paths);
	expect(asked.map(({ name }) => name)).toEqual(['begin', 'open', 'open', 'open']);
});

test('what an earlier visit recorded is not opened, also by a worker that took the place of another', async () => {
	const { client, ports } = world();
	const { file } = toOpen('a/1.md');
	client.begin([fileKey({ path: 'a/1.md', size: file.size, modified: file.lastModified })]);
	expect(await client.open(toOpen('a/1.md'))).toBeUndefined();
	die(ports.at(-1));
	expect(await client.open(toOpen('a/1.md'))).toBeUndefined();
	expect((await client.open(toOpen('a/2.md')))?.content).toMatchObject({ kind: 'page' });
	expect(ports).toHaveLength(2);
});

test('a worker that dies is told as a refusal of the store, and the next try has a new one', async () => {
	let isStuck = true;
	const { client, ports } = world(async () => (isStuck ? await new Promise(() => {}) : []));
	const recording = client.record('i', []);
	const opening = client.open(toOpen('a/1.md'));
	await Promise.resolve();
	die(ports[0]);
	await expect(recording).rejects.toMatchObject({ code: 'write-failed' });
	await expect(opening).rejects.toBeInstanceOf(Fault);
	isStuck = false;
	expect(await client.record('i', [])).toEqual([]);
});

test('a refusal of the store arrives by its code', async () => {
	const { client } = world(async () => Promise.reject(new Fault('quota')));
	await expect(client.record('i', [])).rejects.toMatchObject({ code: 'quota' });
});
