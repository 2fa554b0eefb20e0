import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { PageArticle } from '../../entrypoints/shared/page/page-article.ts';
import { createVersionKeeper, MOST_A_VISIT, STILL_MS } from '../../entrypoints/shared/page/version-keeper.ts';
import type { VersionCandidate, VersionText } from '../../utils/domain/article.ts';
import { Fault } from '../../utils/domain/fault.ts';
import { createReceiver, createSender } from '../../utils/messaging/channel.ts';
import type { BackgroundCommands } from '../../utils/messaging/protocol.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const FIRST = 'Titre\nLe premier texte.';
const SECOND = 'Titre\nUn autre texte.';
const fingerprintOf = (text: string) => `sha:${text}`;

/** A page that shows a text, and a store that has one version of its article. */
function setUp({ annotatedOn = [FIRST] as readonly string[] } = {}) {
	const page = { text: FIRST, isStored: true };
	const kept = new Map<string, VersionText>(
		annotatedOn.map((text) => [fingerprintOf(text), { text, captured: 'then' }]),
	);
	const written: VersionCandidate[] = [];
	const state = { isFull: false, extracting: () => {} };
	const article = (): PageArticle =>
		({
			text: { text: page.text },
			candidate: async () => ({ facts: { title: 'Titre', dir: 'ltr' }, keys: ['url:x'], address: 'x' }),
			version: async (captured: string) => ({
				fingerprint: fingerprintOf(page.text),
				captured,
				address: 'x',
				text: page.text,
			}),
		}) as unknown as PageArticle;
	const receive = createReceiver<Partial<BackgroundCommands>, undefined>(
		{
			async readVersions({ fingerprints }) {
				return Object.fromEntries([...kept].filter(([fingerprint]) => fingerprints.includes(fingerprint)));
			},
			async keepArticle({ version }) {
				if (state.isFull) throw new Fault('quota');
				written.push(version);
				kept.set(version.fingerprint, version);
				return { id: 'article', title: 'Titre', dir: 'ltr', keys: ['url:x'], addresses: [], added: 'then' };
			},
		},
		() => {},
	);
	const keeper = createVersionKeeper({
		window: globalThis as unknown as Window,
		send: createSender<BackgroundCommands>(async (message) => await receive(message, undefined)),
		article,
		annotated: () =>
			page.isStored ? { articleId: 'article', versions: new Set(annotatedOn.map(fingerprintOf)) } : undefined,
		extract: async (version) => {
			state.extracting();
			return { ...version, html: `<p>${version.text}</p>` };
		},
		now: () => 'now',
	});
	const show = (text: string): void => {
		page.text = text;
		keeper.consider();
	};
	const texts = () => written.map(({ text }) => text);
	return { page, state, keeper, show, written, texts };
}
const still = (ms = STILL_MS) => vi.advanceTimersByTimeAsync(ms);

describe('the version that a page shows', () => {
	test('is kept once where its text is new, with its HTML, once it has stood still', async () => {
		const { show, keeper, written } = setUp();
		show(SECOND);
		await still(STILL_MS - 1);
		expect(written).toEqual([]);
		await still(1);
		keeper.consider();
		await still();
		expect(written).toEqual([
			{ fingerprint: fingerprintOf(SECOND), captured: 'now', address: 'x', text: SECOND, html: `<p>${SECOND}</p>` },
		]);
	});

	test('is not kept again where it is the one annotated, or any other that is kept', async () => {
		const { show, texts } = setUp({ annotatedOn: [FIRST, SECOND] });
		show(FIRST);
		await still();
		show(SECOND);
		await still();
		show(FIRST);
		await still();
		expect(texts()).toEqual([]);
	});

	test('is not kept where nothing is annotated, until something is', async () => {
		const { page, keeper, show, texts } = setUp();
		page.isStored = false;
		show(SECOND);
		await still();
		expect(texts()).toEqual([]);
		page.isStored = true;
		keeper.consider();
		await still();
		expect(texts()).toEqual([SECOND]);
	});

	test('is not kept while it is only a step of the page’s loading', async () => {
		const { show, texts } = setUp();
		for (let part = 1; part < 20; part++) {
			show(`Titre\n${'mot '.repeat(part)}`);
			await still(STILL_MS / 2);
		}
		expect(texts()).toEqual([]);
		await still();
		expect(texts()).toEqual([`Titre\n${'mot '.repeat(19)}`]);
	});

	test('is kept although the page goes on drawing itself, as long as its text stands', async () => {
		const { show, texts } = setUp();
		for (let turn = 0; turn < 12; turn++) {
			show(SECOND);
			await still(STILL_MS / 10);
		}
		expect(texts()).toEqual([SECOND]);
	});

	test('is not kept where the page changed while the article was taken out of it; what came is kept later', async () => {
		const { page, show, state, texts } = setUp();
		state.extracting = () => {
			page.text = 'Titre\nEncore un autre.';
			state.extracting = () => {};
		};
		show(SECOND);
		await still();
		expect(texts()).toEqual([]);
		await still();
		expect(texts()).toEqual(['Titre\nEncore un autre.']);
	});

	test('is kept again on one visit where its words change, and not where a clock ticks', async () => {
		const { show, texts } = setUp();
		show(`${SECOND} Mis à jour il y a 3 minutes.`);
		await still();
		show(`${SECOND} Mis à jour il y a 14 minutes.`);
		await still();
		show('Titre\nUne mise à jour.');
		await still();
		expect(texts()).toEqual([`${SECOND} Mis à jour il y a 3 minutes.`, 'Titre\nUne mise à jour.']);
	});

	test('is kept no more than a number of times on one visit', async () => {
		const { show, texts } = setUp();
		for (let turn = 0; turn < MOST_A_VISIT + 5; turn++) {
			show(`Titre\n${'a'.repeat(turn + 1)}`);
			await still();
		}
		expect(texts()).toHaveLength(MOST_A_VISIT);
	});

	test('is tried again where the store was full', async () => {
		const { show, keeper, state, texts } = setUp();
		state.isFull = true;
		show(SECOND);
		await still();
		state.isFull = false;
		keeper.consider();
		await still();
		expect(texts()).toEqual([SECOND]);
	});

	test('is not kept after the page is left', async () => {
		const { show, keeper, texts } = setUp();
		show(SECOND);
		keeper.stop();
		await still();
		expect(texts()).toEqual([]);
	});
});
