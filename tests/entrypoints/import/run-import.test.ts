import { describe, expect, test } from 'vitest';
import { chooseDropped } from '../../../entrypoints/library/import/choose-dropped.ts';
import { choosePicked } from '../../../entrypoints/library/import/choose-picked.ts';
import type { Chosen } from '../../../entrypoints/library/import/found-file.ts';
import { createGate } from '../../../entrypoints/library/import/gate.ts';
import { openFile, type ReadFile } from '../../../entrypoints/library/import/read-found.ts';
import { type ImportPorts, runImport } from '../../../entrypoints/library/import/run-import.ts';
import type { ReadArticle } from '../../../entrypoints/shared/read-source.ts';
import { Fault, type FaultCode } from '../../../utils/domain/fault.ts';
import type { ImportProgress } from '../../../utils/domain/import-progress.ts';
import { LARGEST_FILE_BYTES } from '../../../utils/domain/import-reason.ts';
import { Broken, droppedOf, pickedFile } from './fake-entries.ts';

const ARTICLE: ReadArticle = {
	address: 'file:///a',
	extracted: { title: 'A', dir: 'ltr', html: '<p>a</p>', text: 'a' },
};

/** What anything is to hold that may be an article. */
const HELD = 'rfi';

function files(count: number, held = HELD): Chosen {
	return choosePicked(Array.from({ length: count }, (_, n) => pickedFile(`a/${n}.md`, held)))!;
}

/** Ports over arrays, with a clock that each reading moves on by a millisecond. */
function world(changes: Partial<ImportPorts> = {}) {
	let time = 0;
	const batches: (readonly ReadFile[])[] = [];
	const shown: ImportProgress[] = [];
	const faults: FaultCode[] = [];
	const read: string[] = [];
	const ports: ImportPorts = {
		gate: createGate(),
		now: () => time,
		breathe: async () => {},
		open: (file) => openFile(file),
		readSource(_, address) {
			time += 1;
			read.push(address);
			return ARTICLE;
		},
		async record(batch) {
			batches.push(batch);
		},
		refused: (fault) => faults.push(fault),
		show: (progress) => shown.push(progress),
		...changes,
	};
	const linesOf = () =>
		batches.flat().map(({ facts, found }) => `${facts.path} ${typeof found === 'string' ? found : 'article'}`);
	return { ports, batches, shown, faults, read, linesOf };
}

test('every file is read once, in batches, and told at the end', async () => {
	const { ports, batches, shown, read } = world();
	expect(await runImport(files(480).walk(), ports)).toBe(true);
	expect(read).toHaveLength(480);
	expect(new Set(read).size).toBe(480);
	expect(batches.map((batch) => batch.length)).toEqual([100, 100, 100, 100, 80]);
	expect(shown.at(-1)).toMatchObject({ found: 480, isCounted: true, done: 480, skipped: 0 });
});

test('while two batches are being stored the next is read, and no further', async () => {
	const stored: (() => void)[] = [];
	const { ports, read } = world({
		record: () =>
			new Promise((resolve) => {
				stored.push(resolve);
			}),
	});
	const running = runImport(files(1000).walk(), ports);
	await settle();
	expect(read.length).toBe(300);
	stored.shift()?.();
	await settle();
	expect(read.length).toBe(400);
	ports.gate.cancel();
	for (let n = 0; n < 4; n++) {
		stored.shift()?.();
		await settle();
	}
	expect(await running).toBe(false);
});

test('it pauses with all that was read stored, and goes on', async () => {
	const { ports, read, batches } = world();
	const reading = ports.readSource;
	const pausing: ImportPorts = {
		...ports,
		readSource(...of) {
			if (read.length === 29) ports.gate.pause();
			return reading(...of);
		},
	};
	const running = runImport(files(80).walk(), pausing);
	await settle();
	expect([read.length, batches.flat().length]).toEqual([30, 30]);
	ports.gate.resume();
	expect(await running).toBe(true);
	expect([read.length, batches.flat().length]).toEqual([80, 80]);
});

test('it ends soon when cancelled, and what was read is stored', async () => {
	const { ports, read, batches } = world();
	const reading = ports.readSource;
	const running = runImport(files(300).walk(), {
		...ports,
		readSource(...of) {
			if (read.length === 9) ports.gate.cancel();
			return reading(...of);
		},
	});
	expect(await running).toBe(false);
	expect([read.length, batches.flat().length]).toEqual([10, 10]);
});

test('what an earlier visit recorded is not read', async () => {
	const { ports, read, shown } = world({
		open: async (file) => (Number(/\d+/.exec(file.path)) < 70 ? undefined : await openFile(file)),
	});
	await runImport(files(100).walk(), ports);
	expect(read).toHaveLength(30);
	expect(shown.at(-1)).toMatchObject({ done: 100, skipped: 70 });
});

describe('where the store refuses', () => {
	test('for want of room the import waits, and nothing is lost or stored twice when it goes on', async () => {
		let isFull = true;
		const kept: string[] = [];
		const { ports, faults } = world({
			async record(batch) {
				if (isFull) throw new Fault('quota');
				kept.push(...batch.map(({ facts }) => facts.path));
			},
		});
		const running = runImport(files(480).walk(), ports);
		await settle();
		expect([faults, ports.gate.isPaused, kept]).toEqual([['quota'], true, []]);
		isFull = false;
		ports.gate.resume();
		expect(await running).toBe(true);
		expect(kept).toHaveLength(480);
		expect(new Set(kept).size).toBe(480);
	});

	test('and the reader gives up, it ends', async () => {
		const { ports } = world({ record: async () => Promise.reject(new Fault('quota')) });
		const running = runImport(files(480).walk(), ports);
		await settle();
		ports.gate.cancel();
		expect(await running).toBe(false);
	});

	test('one file among many, the others are kept and it is told', async () => {
		const lines: string[] = [];
		const { ports, shown } = world({
			async record(batch) {
				if (batch.some(({ facts, found }) => facts.path === 'a/7.md' && typeof found !== 'string'))
					throw new Fault('invalid');
				lines.push(
					...batch.map(({ facts, found }) => `${facts.path} ${typeof found === 'string' ? found : ''}`.trim()),
				);
			},
		});
		expect(await runImport(files(20).walk(), ports)).toBe(true);
		expect(lines).toHaveLength(20);
		expect(lines.filter((line) => line.includes(' '))).toEqual(['a/7.md invalid']);
		expect(shown.at(-1)?.done).toBe(20);
	});

	test('even what would be told of one file, the import comes to its end', async () => {
		const { ports, shown } = world({
			async record(batch) {
				if (batch.some(({ facts }) => facts.path === 'a/7.md')) throw new Fault('invalid');
			},
		});
		expect(await runImport(files(20).walk(), ports)).toBe(true);
		expect(shown.at(-1)?.done).toBe(20);
	});
});

describe('bad input', () => {
	test('is told file by file: empty, huge, gone, packed, choking the parser', async () => {
		const huge = pickedFile('a/huge.html', HELD);
		let hugeWasRead = false;
		Object.defineProperties(huge, {
			size: { value: LARGEST_FILE_BYTES + 1 },
			arrayBuffer: {
				value: async () => {
					hugeWasRead = true;
					return new ArrayBuffer(0);
				},
			},
		});
		const gone = pickedFile('a/gone.md', HELD);
		Object.defineProperty(gone, 'arrayBuffer', {
			value: async () => Promise.reject(new DOMException('', 'NotFoundError')),
		});
		const chosen = choosePicked([
			pickedFile('a/empty.md', ''),
			huge,
			gone,
			pickedFile('a/page.mhtml', HELD),
			pickedFile('a/choke.html', HELD),
			pickedFile('a/fine.md', HELD),
		]);
		const { ports, linesOf } = world({
			readSource(_, address) {
				if (address.includes('choke')) throw new RangeError('Maximum call stack size exceeded');
				return ARTICLE;
			},
		});
		await runImport(chosen!.walk(), ports);
		expect(linesOf().sort()).toEqual([
			'a/choke.html unparsable',
			'a/empty.md empty',
			'a/fine.md article',
			'a/gone.md refused',
			'a/huge.html too-large',
			'a/page.mhtml mhtml',
		]);
		expect(hugeWasRead).toBe(false);
	});

	test('a link to nothing and a folder without leave are told, the rest is read', async () => {
		const { ports, linesOf } = world();
		const tree = { a: { link: new Broken(false), no: new Broken(true), 'b.md': HELD } };
		await runImport(chooseDropped(droppedOf(tree))!.walk(), ports);
		expect(linesOf().sort()).toEqual(['a/b.md article', 'a/link refused', 'a/no refused']);
	});

	test('names in any script, with halves of characters and signs, are kept as they are', async () => {
		const names = ['a/法广 要闻.md', 'a/مقاله #1?.html', 'a/\ud800half.md', 'a/%41&<b>.md', 'a/𠮷.md'];
		const { ports, linesOf } = world();
		await runImport(choosePicked(names.map((name) => pickedFile(name, HELD)))!.walk(), ports);
		expect(linesOf()).toEqual(names.map((name) => `${name} article`));
	});

	test('five thousand files that are no articles', async () => {
		const { ports, shown, linesOf } = world();
		await runImport(files(5000, 'Chère amie, il pleut.').walk(), ports);
		expect(shown.at(-1)).toMatchObject({ found: 5000, done: 5000 });
		expect(new Set(linesOf()).size).toBe(5000);
		expect(linesOf().every((line) => line.endsWith('not-saved'))).toBe(true);
	});
});

test('work breathes between any two files, and while folders are walked', async () => {
	let breaths = 0;
	const { ports } = world({
		async breathe() {
			breaths++;
		},
	});
	await runImport(files(60).walk(), ports);
	expect(breaths).toBeGreaterThanOrEqual(120);
});

/** Lets everything go on that does not wait for something outside. */
async function settle(): Promise<void> {
	for (let n = 0; n < 50; n++) await new Promise((resolve) => setTimeout(resolve));
}
