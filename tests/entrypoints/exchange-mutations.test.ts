import 'fake-indexeddb/auto';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planExchange, writeExchange } from '../../entrypoints/library/exchange/bring-in.ts';
import { BrokenFile, openExchangeFile } from '../../entrypoints/library/exchange/open-exchange-file.ts';
import type { LibraryPart } from '../../utils/domain/library-part.ts';
import { createSha256 } from '../../utils/domain/sha256.ts';
import { sealOf } from '../../utils/exchange/backup/seal.ts';
import { toHypothesis } from '../../utils/exchange/hypothesis.ts';
import { toReadwise } from '../../utils/exchange/readwise.ts';
import { toStandAloneHtml } from '../../utils/exchange/stand-alone-html.ts';
import { toWebAnnotations } from '../../utils/exchange/web-annotation.ts';
import { openExchangeStore } from '../../utils/storage/exchange-store.ts';
import { at, freshFactory } from '../storage/build.ts';
import { failRequest } from '../storage/fail-request.ts';
import { libraryArbitrary } from '../storage/generated-parts.ts';
import { dump } from '../storage/native.ts';
import { backupOf } from './backup-of.ts';

/** Mutations tried; more where the environment says so. */
const COUNT = Number(process.env.EN_MARGE_MUTATIONS ?? 600);
/** Of one in so many it is seen that a failing write leaves nothing behind. */
const WRITTEN = 12;

const LIBRARY = fc.sample(libraryArbitrary(4), { seed: 11, numRuns: 50 }).find((parts) => parts.length === 4)!;

function exported({ article, annotations, versions }: LibraryPart) {
	const ofPart = new Map(versions.map((version) => [version.fingerprint, version]));
	return { article, annotations, exportedAt: at(0), stored: article, versions: ofPart };
}

const packed = (parts: readonly LibraryPart[]) => backupOf({ created: at(0) }, parts);

/** As somebody would pack it who has changed what is in it. */
function sealedAnew(text: Uint8Array): Uint8Array<ArrayBuffer> {
	const bytes = gzipSync(text);
	const sha256 = createSha256();
	sha256.update(bytes);
	return Uint8Array.from([...bytes, ...sealOf(sha256.digest())]);
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const [PART] = LIBRARY.filter(({ annotations }) => annotations.length > 2);
const CLIPPED = [
	{
		url: 'https://x.y/a',
		title: 'A',
		data: [
			{ id: '1767225600000', content: '<p>one <b>two</b></p>', groupId: 'g', textQuote: { prefix: 'p' }, notes: ['n'] },
		],
	},
];

const BACKUP = await packed(LIBRARY);
const FILES: Readonly<Record<string, { bytes: Uint8Array; wrap?: (mutated: Uint8Array) => Uint8Array<ArrayBuffer> }>> =
	{
		'a backup': { bytes: BACKUP },
		'a backup sealed anew': { bytes: gunzipSync(BACKUP), wrap: sealedAnew },
		'Web Annotations': { bytes: utf8(toWebAnnotations(exported(PART!))) },
		'a web page of ours': { bytes: utf8(toStandAloneHtml(exported(PART!))) },
		Hypothesis: { bytes: utf8(toHypothesis(exported(PART!))) },
		'Obsidian Clipper': { bytes: utf8(JSON.stringify(CLIPPED, undefined, 1)) },
		Readwise: { bytes: utf8(toReadwise(exported(PART!))) },
	};

/** Numbers that look drawn, the same each time (a 32-bit xorshift). */
function drawFrom(seed: number): (below: number) => number {
	let state = seed * 2654435761 || 1;
	return (below) => {
		state ^= state << 13;
		state ^= state >>> 17;
		state ^= state << 5;
		return (state >>> 0) % below;
	};
}

const INSERTS = [
	'null',
	'{}',
	'[]',
	'"',
	',',
	'\\',
	'-1',
	'1e999',
	'"__proto__":',
	'\n',
	'\r',
	';',
	'<',
	'\ufeff',
	'\0',
	'[[[[',
];

function mutated(bytes: Uint8Array, draw: (below: number) => number): Uint8Array {
	let result = bytes;
	for (let times = 1 + draw(3); times > 0; times--) {
		const [from, length] = [draw(result.length + 1), 1 + draw(40)];
		const [head, tail] = [result.subarray(0, from), result.subarray(from)];
		const piece = tail.subarray(0, length);
		switch (draw(6)) {
			case 0: {
				result = result.slice();
				if (from < result.length) result[from]! ^= 1 << draw(8);
				break;
			}
			case 1:
				result = head;
				break;
			case 2:
				result = Buffer.concat([head, tail.subarray(length)]);
				break;
			case 3:
				result = Buffer.concat([head, piece, piece, tail.subarray(length)]);
				break;
			case 4:
				result = Buffer.concat([head, utf8(INSERTS[draw(INSERTS.length)]!), tail]);
				break;
			default:
				result = Buffer.concat([head, utf8(INSERTS[draw(INSERTS.length)]!), tail.subarray(length)]);
		}
	}
	return result;
}

const progress = { signal: new AbortController().signal, progress: () => {} };

test.each(Object.entries(FILES))(
	'%s, damaged in any way: no crash, no part of it written, every trouble has its place',
	async (name, { bytes, wrap }) => {
		const factory = freshFactory();
		const store = openExchangeStore({ indexedDB: factory });
		const once = [LIBRARY.slice(0, 2)];
		await store.importParts(() => once.shift(), { at: at(1), isWhole: true });
		const before = await dump(factory);
		let [refused, planned] = [0, 0];
		for (let seed = 1; seed <= COUNT / Object.keys(FILES).length; seed++) {
			const draw = drawFrom(seed);
			const damaged = mutated(bytes, draw);
			const file = new Blob([wrap ? wrap(damaged) : Uint8Array.from(damaged)]);
			try {
				const opened = await openExchangeFile(file, at(2), progress.signal);
				if (typeof opened === 'string') {
					refused++;
					continue;
				}
				const plan = await planExchange(store, opened, at(2), progress);
				planned++;
				for (const { line } of plan.notUnderstood) expect(line, `${name}, seed ${seed}`).toBeGreaterThan(0);
				if (seed % WRITTEN > 0 || plan.outcomes.length === 0) continue;
				const failing = failRequest(1 + draw(4), 'aborted after', () => writeExchange(store, opened, at(2), progress));
				await failing.then(undefined, () => undefined);
			} catch (error) {
				if (!(error instanceof BrokenFile)) throw new Error(`${name}, seed ${seed}: ${error}`, { cause: error });
				refused++;
			}
		}
		expect(refused + planned).toBeGreaterThan(0);
		expect(await dump(factory)).toEqual(before);
		store.close();
	},
);
