import 'fake-indexeddb/auto';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packParts } from '../../entrypoints/shared/backup/pack-parts.ts';
import { readBackup, sealFlaw } from '../../entrypoints/shared/backup/read-backup.ts';
import { writeBackup } from '../../entrypoints/shared/backup/write-backup.ts';
import type { LibraryPart } from '../../utils/domain/library-part.ts';
import { DEFAULT_SETTINGS } from '../../utils/domain/settings.ts';
import { createSha256 } from '../../utils/domain/sha256.ts';
import { blockLength } from '../../utils/exchange/backup/block.ts';
import { SEAL_LENGTH, sealOf } from '../../utils/exchange/backup/seal.ts';
import { at } from '../storage/build.ts';
import { libraryArbitrary } from '../storage/generated-parts.ts';
import { backupOf } from './backup-of.ts';

const HEAD = { created: at(0), settings: { ...DEFAULT_SETTINGS, toolbar: false } };

const backup = (parts: readonly LibraryPart[]) => backupOf(HEAD, parts, 1);

async function read(bytes: Uint8Array<ArrayBuffer>) {
	const file = new Blob([bytes]);
	const flaw = await sealFlaw(file);
	if (flaw) return [flaw];
	const lines = [];
	for await (const some of readBackup(file)) lines.push(...some);
	return lines;
}

/** Packed lines with a seal that is right, as somebody would make them who means harm. */
function sealed(text: string | Uint8Array): Uint8Array<ArrayBuffer> {
	const packed = gzipSync(text);
	const sha256 = createSha256();
	sha256.update(packed);
	return Uint8Array.from([...packed, ...sealOf(sha256.digest())]);
}

const LIBRARY = fc.sample(libraryArbitrary(6), { seed: 3, numRuns: 30 }).find((parts) => parts.length === 6)!;

describe('a backup', () => {
	test('read again is what was written, whatever it is', async () => {
		await fc.assert(
			fc.asyncProperty(libraryArbitrary(), async (parts) => {
				const [head, ...lines] = await read(await backup(parts));
				expect(head).toEqual({ kind: 'head', ...HEAD });
				expect(lines).toEqual(parts.map((part) => ({ kind: 'part', part, notUnderstood: [] })));
			}),
			{ numRuns: 60 },
		);
	});

	test('of an act on many says what was absent', async () => {
		const [part] = LIBRARY;
		const id = LIBRARY[0]!.article.id;
		const edits = [
			{ id, before: { deleted: undefined, color: 'pink' as const, modified: at(0) }, after: { deleted: at(1) } },
		];
		const act = {
			seq: 1,
			articleId: part!.article.id,
			kind: 'delete' as const,
			at: at(1),
			undone: 0 as const,
			batch: 'b',
			edits,
		};
		const [, line] = await read(await backup([{ ...part!, acts: [act] }]));
		expect(line).toMatchObject({ part: { acts: [act] } });
		expect('deleted' in (line as { part: LibraryPart }).part.acts![0]!.edits![0]!.before).toBe(true);
	});

	test('is unpacked by any program that knows gzip, and its lines are JSON', async () => {
		const text = gunzipSync(await backup(LIBRARY)).toString();
		const lines = text
			.trimEnd()
			.split('\n')
			.map((line) => JSON.parse(line));
		expect(lines).toHaveLength(LIBRARY.length + 2);
		expect(lines[0]).toMatchObject({ format: 'en-marge-backup', version: 1 });
		expect(lines.at(-1)).toMatchObject({ end: { articles: LIBRARY.length } });
	});

	test('is blocks that can each be unpacked alone, found by their lengths', async () => {
		const bytes = await backup(LIBRARY);
		const texts: string[] = [];
		for (let at = 0; at < bytes.length - SEAL_LENGTH; ) {
			const block = bytes.subarray(at, at + blockLength(bytes.subarray(at))!);
			texts.push(gunzipSync(block).toString());
			at += block.length;
		}
		expect(texts).toHaveLength(LIBRARY.length + 2);
		expect(texts.join('')).toBe(gunzipSync(bytes).toString());
		expect(texts.every((text) => text.endsWith('\n'))).toBe(true);
	});

	test('packed as one gzip member, as backups once were, is read as well', async () => {
		const text = gunzipSync(await backup(LIBRARY));
		expect(await read(sealed(text))).toEqual([
			{ kind: 'head', ...HEAD },
			...LIBRARY.map((part) => ({ kind: 'part', part, notUnderstood: [] })),
		]);
	});

	test('of which any one bit is another is refused', async () => {
		const bytes = await backup(LIBRARY.slice(0, 2));
		for (let bit = 0; bit < bytes.length * 8; bit += bit < 200 || bit > bytes.length * 8 - 600 ? 1 : 37) {
			const altered = bytes.slice();
			altered[bit >> 3]! ^= 1 << (bit & 7);
			expect((await read(altered))[0], `bit ${bit}`).toMatchObject({ kind: 'flaw' });
		}
	});

	test('that was cut off anywhere is refused', async () => {
		const bytes = await backup(LIBRARY);
		for (let length = 0; length < bytes.length; length += 61)
			expect((await read(bytes.slice(0, length)))[0]).toMatchObject({ kind: 'flaw', flaw: 'cut-off' });
	});

	test('with a right seal and wrong contents is refused where it is wrong', async () => {
		const text = gunzipSync(await backup(LIBRARY)).toString();
		const lines = text.split('\n');
		const flawOf = async (altered: string) => (await read(sealed(altered))).at(-1);
		expect(await flawOf('')).toMatchObject({ flaw: 'damaged' });
		expect(await flawOf('{}\n')).toMatchObject({ flaw: 'not-backup', line: 1 });
		expect(await flawOf(text.replace('"version":1', '"version":2'))).toMatchObject({ flaw: 'newer-version' });
		expect(await flawOf(lines.toSpliced(2, 1).join('\n'))).toMatchObject({ flaw: 'damaged', line: 7 });
		expect(await flawOf(lines.toSpliced(2, 1, 'x').join('\n'))).toMatchObject({ flaw: 'damaged', line: 3 });
		expect(await flawOf(lines.slice(0, -2).join('\n'))).toMatchObject({ flaw: 'damaged' });
		expect(await flawOf(`${text}more\n`)).toMatchObject({ flaw: 'damaged', line: 9 });
		expect((await read(sealed(new Uint8Array([0xff, 10])))).at(-1)).toMatchObject({ flaw: 'damaged' });
	});

	test('says by line and member what of it could not be taken over', async () => {
		const [first] = LIBRARY.filter(({ annotations }) => annotations.length > 1);
		const annotations = [
			{ ...first!.annotations[0], color: 'red' },
			...first!.annotations.slice(1),
			first!.annotations[1],
		];
		const bad = { ...first, annotations } as unknown as LibraryPart;
		const [, line] = await read(await backup([bad]));
		expect(line).toMatchObject({
			kind: 'part',
			part: { annotations: first!.annotations.slice(1) },
			notUnderstood: [
				{ why: 'bad-member', line: 2, path: 'annotations[0].color' },
				{ why: 'same-id-twice', line: 2 },
			],
		});
	});

	test('that swells without end is given up, with little of it in memory', async () => {
		const bomb = Uint8Array.from(gzipSync(Buffer.alloc(100_000_000, ' ')));
		const sha256 = createSha256();
		sha256.update(bomb);
		const file = new Blob([bomb, sealOf(sha256.digest())]);
		expect(file.size).toBeLessThan(200_000);
		const lines = [];
		for await (const some of readBackup(file)) lines.push(...some);
		expect(lines).toEqual([{ kind: 'flaw', flaw: 'swollen' }]);
		expect(SEAL_LENGTH).toBe(58);
	});

	test('is broken off when it is cancelled, and the sink with it', async () => {
		const ending = new AbortController();
		let aborted = false;
		const sink = new WritableStream({
			abort() {
				aborted = true;
			},
		});
		async function* endless() {
			for (;;) {
				ending.abort();
				yield await packParts(LIBRARY);
			}
		}
		await expect(writeBackup(HEAD, endless(), sink, { signal: ending.signal })).rejects.toThrow();
		expect(aborted).toBe(true);
	});
});
