import { describe, expect, it } from 'vitest';
import type { AnnotationsView, ShownAnnotation } from '../../entrypoints/shared/page/annotations-view.ts';
import type { PageArticle } from '../../entrypoints/shared/page/page-article.ts';
import { createStoredActs } from '../../entrypoints/shared/page/stored-acts.ts';
import type { Annotation, Draft } from '../../utils/domain/annotation.ts';
import type { Article } from '../../utils/domain/article.ts';
import { Fault, type FaultCode } from '../../utils/domain/fault.ts';
import { createReceiver, createSender } from '../../utils/messaging/channel.ts';
import type { BackgroundCommands } from '../../utils/messaging/protocol.ts';

const draft: Draft = {
	selectors: {
		quote: { type: 'TextQuoteSelector', exact: 'ces mots', prefix: '', suffix: '' },
		position: { type: 'TextPositionSelector', start: 3, end: 11 },
	},
	color: 'yellow',
	style: 'solid',
	note: '',
	tags: [],
};
const annotation = (id: string): Annotation => ({
	...draft,
	id,
	articleId: '',
	version: '',
	created: '2026-01-01T00:00:00.000Z',
	modified: '2026-01-01T00:00:00.000Z',
});

/** A view that shows everything at once, without a page. */
function plainView() {
	const shown = new Map<string, ShownAnnotation>();
	const view: AnnotationsView = {
		async reconcile(annotations) {
			shown.clear();
			for (const one of annotations) shown.set(one.id, { annotation: one });
		},
		show: (one, outcome) => void shown.set(one.id, { annotation: one, outcome }),
		replace: (one) => void shown.set(one.id, { ...shown.get(one.id), annotation: one }),
		preview: () => {},
		remove: (id) => void shown.delete(id),
		relocate: async () => {},
		get: (id) => shown.get(id),
		inReadingOrder: () => [...shown.values()],
		outcomes: () => ({}),
		changes: () => ({}),
		nearest: () => ({}),
		stop: () => {},
	};
	return view;
}

/** A background with an orderly memory, whose answers can be held back and refused. */
function background() {
	const stored = new Map<string, Annotation>();
	const twins = new Map<string, Annotation>();
	const log: string[] = [];
	const state = { fault: undefined as FaultCode | undefined, gate: Promise.resolve() };
	const enter = async (name: string): Promise<void> => {
		log.push(name);
		await state.gate;
		if (state.fault !== undefined) throw new Fault(state.fault);
	};
	const receive = createReceiver<Partial<BackgroundCommands>, undefined>(
		{
			async openArticle() {
				await enter('openArticle');
				return { annotations: [...stored.values()] };
			},
			async openTwin() {
				await enter('openTwin');
				return { article: { id: 'twin' } as Article, annotations: [...twins.values()] };
			},
			async undo({ articleId }) {
				await enter(`undo ${articleId}`);
				return undefined;
			},
			async createAnnotation({ id, draft }) {
				await enter(`create ${id}`);
				const made = { ...annotation(id), ...draft, articleId: 'article' };
				stored.set(id, made);
				return made;
			},
			async editAnnotation({ id, changes }) {
				await enter(`edit ${id}`);
				const edited = { ...(stored.get(id) ?? annotation(id)), ...changes };
				stored.set(id, edited);
				return edited;
			},
			async reattachAnnotation({ id, selectors, version }) {
				await enter(`reattach ${id}`);
				const reattached = { ...(stored.get(id) ?? annotation(id)), selectors, version: version.fingerprint };
				stored.set(id, reattached);
				return reattached;
			},
			async deleteAnnotation({ id }) {
				await enter(`delete ${id}`);
				stored.delete(id);
			},
		},
		() => {},
	);
	const late = { answerLate: false, loseAnswers: 0 };
	const send = createSender<BackgroundCommands>(async (message) => {
		const answer = structuredClone(await receive(message, undefined));
		const isReading = (message as { name: string }).name === 'openArticle';
		while (isReading && late.answerLate) await new Promise((resolve) => setTimeout(resolve, 1));
		if (late.loseAnswers-- > 0) return undefined;
		return answer;
	});
	return Object.assign(late, { stored, twins, log, state, send });
}

const article = {
	facts: { title: 'Titre', dir: 'ltr' },
	text: { text: 'texte' },
	candidate: async () => ({ facts: { title: 'Titre', dir: 'ltr' }, keys: ['url:x'], address: 'x' }),
	version: async () => ({ fingerprint: 'f', captured: 'now', address: 'x', text: 'texte' }),
} as unknown as PageArticle;

function setUp() {
	let clock = Date.UTC(2026, 0, 2);
	const store = background();
	const view = plainView();
	let handIn: ((id: string) => void) | undefined;
	const complaints: { fault: FaultCode; draftText: string; again: () => void }[] = [];
	const waiting: number[] = [];
	const refused = { times: 0 };
	const acts = createStoredActs({
		send: store.send,
		view,
		article: () => article,
		now: () => new Date(clock++).toISOString(),
		complain: (fault, draftText, again) => complaints.push({ fault, draftText, again }),
		withdraw: () => {},
		notRepeated: () => refused.times++,
		waiting: (count) => waiting.push(count),
		changed: () => {},
		handIn: (id) => handIn?.(id),
	});
	const holdWords = (words: string): void => {
		handIn = (id) => acts.edit(id, { note: words });
	};
	return { store, view, complaints, acts, holdWords, waiting, refused };
}

describe("the reader's acts", () => {
	it('show at once, before anything is stored', () => {
		const { acts, view, store } = setUp();
		acts.create(annotation('a'), draft);
		expect(view.get('a')).toBeDefined();
		expect(store.stored.size).toBe(0);
	});

	it('reach the store in the order of the hand, even where the first answer is slow', async () => {
		const { acts, store } = setUp();
		let open = (): void => {};
		store.state.gate = new Promise((resolve) => {
			open = resolve;
		});
		acts.create(annotation('a'), draft);
		acts.edit('a', { note: 'une note' });
		acts.remove('a');
		await expect.poll(() => store.log).toEqual(['create a']);
		open();
		await expect.poll(() => store.log).toEqual(['create a', 'edit a', 'delete a']);
	});

	it('are all sent when the page goes, none twice, in the order of the hand', async () => {
		const { acts, store, view } = setUp();
		store.state.gate = new Promise(() => {});
		acts.create(annotation('a'), draft);
		await expect.poll(() => store.log).toEqual(['create a']);
		acts.edit('a', { note: 'une note' }, 'sitting');
		acts.create(annotation('b'), draft);
		acts.reattach('a', draft.selectors);
		acts.edit('b', { note: 'une autre' }, 'sitting');
		acts.remove('a');
		expect(view.get('a')).toBeUndefined();
		acts.flush();
		const all = ['create a', 'edit a', 'create b', 'reattach a', 'edit b', 'delete a'];
		await expect.poll(() => store.log).toEqual(all);
		await new Promise((resolve) => setTimeout(resolve, 20));
		expect(store.log).toEqual(all);
	});

	it.each(['quota', 'newer-database', 'storage-blocked', 'write-failed'] as const)(
		'are taken back where storing fails (%s), with the words kept for the reader',
		async (fault) => {
			const { acts, view, store, complaints } = setUp();
			store.state.fault = fault;
			acts.create(annotation('a'), draft);
			await expect.poll(() => complaints).toHaveLength(1);
			expect(view.get('a')).toBeUndefined();
			expect(complaints[0]).toMatchObject({ fault, draftText: 'ces mots' });
		},
	);

	it('keep words that were typed while the annotation was not stored yet, and store them with it on the next try', async () => {
		const { acts, store, complaints, holdWords } = setUp();
		holdWords('à peine tapé');
		store.state.fault = 'quota';
		acts.create(annotation('a'), draft);
		await expect.poll(() => complaints).toHaveLength(1);
		expect(complaints[0]?.draftText).toBe('ces mots\n\nà peine tapé');
		store.state.fault = undefined;
		complaints[0]?.again();
		await expect.poll(() => store.stored.get('a')?.note).toBe('à peine tapé');
		expect(complaints).toHaveLength(1);
		expect(store.log.filter((entry) => entry === 'edit a')).toEqual([]);
	});

	it('stay shown where they were begun while what is stored was to be read after the one before', async () => {
		const { acts, store, view } = setUp();
		let open = (): void => {};
		store.state.gate = new Promise((resolve) => {
			open = resolve;
		});
		acts.create(annotation('a'), draft);
		await expect.poll(() => store.log).toEqual(['create a']);
		const loading = acts.load();
		acts.create(annotation('b'), draft);
		const seen: boolean[] = [];
		const reconcile = view.reconcile;
		view.reconcile = async (...given) => {
			await reconcile(...given);
			seen.push(view.get('b') !== undefined);
		};
		open();
		await loading;
		await expect.poll(() => store.stored.has('b')).toBe(true);
		expect(seen).toEqual([true]);
	});

	it('are sent once more where no answer came, for they may have been stored all the same', async () => {
		const { acts, store, view, complaints } = setUp();
		store.loseAnswers = 1;
		acts.create(annotation('a'), draft);
		await expect.poll(() => store.log).toEqual(['create a', 'create a']);
		expect(view.get('a')).toBeDefined();
		expect(complaints).toEqual([]);
	});

	it('can be tried again after a fault', async () => {
		const { acts, view, store, complaints } = setUp();
		store.state.fault = 'quota';
		acts.create(annotation('a'), draft);
		await expect.poll(() => complaints).toHaveLength(1);
		store.state.fault = undefined;
		complaints[0]?.again();
		await expect.poll(() => store.stored.has('a')).toBe(true);
		expect(view.get('a')).toBeDefined();
	});

	it('leave a note as it was where it could not be kept, and give its text back', async () => {
		const { acts, view, store, complaints } = setUp();
		acts.create(annotation('a'), draft);
		await expect.poll(() => store.stored.has('a')).toBe(true);
		store.state.fault = 'quota';
		acts.edit('a', { note: 'longue note' });
		await expect.poll(() => complaints).toHaveLength(1);
		expect(complaints[0]?.draftText).toBe('longue note');
		expect(view.get('a')?.annotation.note).toBe('');
	});

	it('that could not be kept are not tried again over newer words that were', async () => {
		const { acts, view, store, complaints } = setUp();
		acts.create(annotation('a'), draft);
		await expect.poll(() => store.stored.has('a')).toBe(true);
		store.state.fault = 'quota';
		acts.edit('a', { note: 'old' }, 'sitting');
		await expect.poll(() => complaints).toHaveLength(1);
		store.state.fault = undefined;
		acts.edit('a', { note: 'new', tags: ['tag'] }, 'sitting');
		await expect.poll(() => store.stored.get('a')?.note).toBe('new');
		complaints[0]?.again();
		await new Promise((resolve) => setTimeout(resolve));
		expect(view.get('a')?.annotation.note).toBe('new');
		expect(store.stored.get('a')?.note).toBe('new');
	});

	it('bring a passage back whose deletion failed', async () => {
		const { acts, view, store, complaints } = setUp();
		acts.create(annotation('a'), draft);
		await expect.poll(() => store.stored.has('a')).toBe(true);
		store.state.fault = 'write-failed';
		acts.remove('a');
		expect(view.get('a')).toBeUndefined();
		await expect.poll(() => complaints).toHaveLength(1);
		expect(view.get('a')).toBeDefined();
	});

	const elsewhere: Draft['selectors'] = {
		quote: { type: 'TextQuoteSelector', exact: 'd’autres', prefix: '', suffix: '' },
		position: { type: 'TextPositionSelector', start: 20, end: 28 },
	};

	it('attach an orphan to other words at once, with the version of the page', async () => {
		const { acts, view, store } = setUp();
		view.show(annotation('a'), { state: 'orphan' });
		acts.reattach('a', elsewhere);
		expect(view.get('a')).toMatchObject({
			annotation: { selectors: elsewhere },
			outcome: { state: 'anchored', start: 20, end: 28 },
		});
		await expect.poll(() => store.stored.get('a')).toMatchObject({ selectors: elsewhere, version: 'f' });
	});

	it('leave an orphan what it was where its new words cannot be stored, and can be tried again', async () => {
		const { acts, view, store, complaints } = setUp();
		view.show(annotation('a'), { state: 'orphan', nearest: 4 });
		store.state.fault = 'quota';
		acts.reattach('a', elsewhere);
		await expect.poll(() => complaints).toHaveLength(1);
		expect(view.get('a')).toEqual({ annotation: annotation('a'), outcome: { state: 'orphan', nearest: 4 } });
		store.state.fault = undefined;
		complaints[0]?.again();
		await expect.poll(() => store.stored.get('a')?.selectors).toEqual(elsewhere);
	});

	it('that failed are tried again on new words only where no others were given meanwhile', async () => {
		const { acts, view, store, complaints, refused } = setUp();
		view.show(annotation('a'), { state: 'orphan' });
		store.state.fault = 'quota';
		acts.reattach('a', elsewhere);
		await expect.poll(() => complaints).toHaveLength(1);
		store.state.fault = undefined;
		acts.edit('a', { note: 'depuis' });
		complaints[0]?.again();
		// What else is new of it stays shown.
		await expect.poll(() => store.stored.get('a')).toMatchObject({ selectors: elsewhere, note: 'depuis' });
		expect(view.get('a')?.annotation.note).toBe('depuis');
		const third = { ...elsewhere, quote: { ...elsewhere.quote, exact: 'encore' } };
		acts.reattach('a', third);
		await expect.poll(() => store.stored.get('a')?.selectors).toEqual(third);
		complaints[0]?.again();
		expect(refused.times).toBe(1);
		expect(view.get('a')?.annotation.selectors).toEqual(third);
	});

	/** Makes one of two, as far as the page sees it. */
	function merging({ acts, view, store }: ReturnType<typeof setUp>): void {
		const [on, other] = [annotation('a'), annotation('b')];
		const selectors = elsewhere;
		const show = (one: Annotation): void => view.show(one, { state: 'anchored', start: 0, end: 1 });
		acts.perform({
			on,
			others: [other],
			show(at) {
				show({ ...on, selectors, modified: at });
				view.remove('b');
			},
			takeBack: () => [on, other].forEach(show),
			takeBackOthers: () => show(other),
			send: (place) => store.send('reattachAnnotation', { id: 'a', selectors, ...place }),
		});
	}

	it.each(['a', 'b'])('that make one of two are not tried again once “%s” was edited, and that is said', async (id) => {
		const set = setUp();
		const { acts, view, store, complaints, refused } = set;
		for (const one of ['a', 'b']) view.show(annotation(one), { state: 'anchored', start: 0, end: 1 });
		store.state.fault = 'quota';
		merging(set);
		await expect.poll(() => complaints).toHaveLength(1);
		store.state.fault = undefined;
		acts.edit(id, { note: 'depuis' });
		await expect.poll(() => store.stored.get(id)?.note).toBe('depuis');
		complaints[0]?.again();
		expect(refused.times).toBe(1);
		expect(view.get(id)?.annotation.note).toBe('depuis');
		expect(view.get('b')).toBeDefined();
		expect(store.stored.get('a')?.selectors).not.toEqual(elsewhere);
	});

	it('that make one of two are tried again where nothing was edited', async () => {
		const set = setUp();
		const { view, store, complaints, refused } = set;
		for (const one of ['a', 'b']) view.show(annotation(one), { state: 'anchored', start: 0, end: 1 });
		store.state.fault = 'quota';
		merging(set);
		await expect.poll(() => complaints).toHaveLength(1);
		store.state.fault = undefined;
		complaints[0]?.again();
		await expect.poll(() => store.stored.get('a')?.selectors).toEqual(elsewhere);
		expect(refused.times).toBe(0);
	});

	it('show the highlights of the twin while they are wanted, and ask for nothing of it else', async () => {
		const { acts, view, store } = setUp();
		store.stored.set('a', { ...annotation('a'), articleId: 'article' });
		store.twins.set('t', { ...annotation('t'), articleId: 'twin' });
		await acts.load();
		expect(store.log).toEqual(['openArticle']);
		await acts.showTwin(true);
		expect(view.inReadingOrder().map((one) => one.annotation.id)).toEqual(['a', 't']);
		expect(acts).toMatchObject({ isTwinShown: true, twinId: 'twin' });
		await acts.showTwin(false);
		expect(view.inReadingOrder().map((one) => one.annotation.id)).toEqual(['a']);
		expect(acts.twinId).toBeUndefined();
	});

	it('are taken back where they were done: an edit of the twin’s at the twin', async () => {
		const { acts, store } = setUp();
		store.twins.set('t', { ...annotation('t'), articleId: 'twin' });
		await acts.showTwin(true);
		acts.create(annotation('a'), draft);
		await expect.poll(() => acts.articleId).toBe('article');
		acts.edit('t', { note: 'une note' });
		expect(acts.actedOn).toBe('twin');
		await acts.step('undo');
		expect(store.log.at(-1)).toBe('undo twin');
		acts.edit('a', { note: 'une note' });
		await acts.step('undo');
		expect(store.log.at(-1)).toBe('undo article');
	});

	it('are not undone by an answer that is older than they are', async () => {
		const { acts, view, store } = setUp();
		store.answerLate = true;
		const loading = acts.load();
		await expect.poll(() => store.log).toEqual(['openArticle']);
		acts.create(annotation('a'), draft);
		await expect.poll(() => store.stored.has('a')).toBe(true);
		store.answerLate = false;
		await loading;
		expect(view.get('a')).toBeDefined();
		expect(store.stored.has('a')).toBe(true);
	});
});
