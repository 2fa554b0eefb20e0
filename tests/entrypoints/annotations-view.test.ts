import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createAnnotationsView } from '../../entrypoints/shared/page/annotations-view.ts';
import type { ArticleText } from '../../utils/anchoring/article-text.ts';
import type { Annotation, Instant } from '../../utils/domain/annotation.ts';
import type { Painter } from '../../utils/painting/painter.ts';

const BEFORE = 'Le verger\nLes greffes ont pris sur neuf arbres sur dix, raconte la pépiniériste de la vallée voisine.';
const AFTER = BEFORE.replace('neuf', 'huit');
const QUOTE = 'Les greffes ont pris sur neuf arbres sur dix';
const THEN = '2026-03-15T08:00:00.000Z';

const start = BEFORE.indexOf(QUOTE);
const annotation: Annotation = {
	id: 'a',
	articleId: 'article',
	version: 'before',
	created: '2026-03-20T08:00:00.000Z',
	modified: '2026-03-20T08:00:00.000Z',
	color: 'yellow',
	style: 'solid',
	note: '',
	tags: [],
	selectors: {
		quote: { type: 'TextQuoteSelector', exact: QUOTE, prefix: 'Le verger\n', suffix: ', raconte la pépiniériste' },
		position: { type: 'TextPositionSelector', start, end: start + QUOTE.length },
	},
};

beforeEach(() => {
	class PlainRange {
		constructor(given: object) {
			Object.assign(this, given);
		}
	}
	vi.stubGlobal('StaticRange', PlainRange);
});
afterEach(() => vi.unstubAllGlobals());

/** A view of a page that shows a text, with nothing to paint on. */
async function viewOf(
	text: string,
	textReadAt?: Instant,
	versions = new Map([['before', { text: BEFORE, captured: THEN }]]),
) {
	const painter = { paint() {}, erase() {}, stop() {} } as unknown as Painter;
	const article = {
		text,
		rangeOf: (from: number, to: number) => ({
			startOffset: from,
			endOffset: to,
			getBoundingClientRect: () => ({ top: 0, bottom: 0, left: 0, right: 0 }),
		}),
	};
	const view = createAnnotationsView(
		globalThis as unknown as Window,
		painter,
		article as unknown as ArticleText,
		() => textReadAt,
	);
	await view.reconcile([annotation], async () => versions);
	return view;
}

describe('a passage that has other words now', () => {
	test('tells since when, and which', async () => {
		const view = await viewOf(AFTER);
		expect(view.outcomes()).toEqual({ a: 'changed' });
		expect(view.changes()).toEqual({
			a: {
				since: THEN,
				isEarlier: false,
				differences: [
					{ kind: 'same', text: 'Les greffes ont pris sur ' },
					{ kind: 'removed', text: 'neuf' },
					{ kind: 'added', text: 'huit' },
					{ kind: 'same', text: ' arbres sur dix' },
				],
			},
		});
		expect(view.get('a')?.origin).toEqual({ since: THEN, isEarlier: false });
	});

	test('tells since when it was annotated, where its version is not kept any more', async () => {
		expect((await viewOf(AFTER, undefined, new Map())).get('a')?.origin?.since).toBe(annotation.created);
	});

	test('in a copy older than the version annotated has not changed since', async () => {
		expect((await viewOf(AFTER, '2026-03-14T08:00:00.000Z')).changes().a).toMatchObject({
			since: THEN,
			isEarlier: true,
		});
		expect((await viewOf(AFTER, '2026-03-16T08:00:00.000Z')).changes().a).toMatchObject({ isEarlier: false });
	});

	test('tells nothing once it stands as it was annotated', async () => {
		const view = await viewOf(BEFORE);
		expect(view.changes()).toEqual({});
		expect(view.get('a')?.origin).toBeUndefined();
	});
});

test('an answer that was sought for other words is not given to an annotation that was moved meanwhile', async () => {
	const view = await viewOf(AFTER);
	const moved = {
		...annotation,
		selectors: {
			quote: { type: 'TextQuoteSelector', exact: 'Le verger', prefix: '', suffix: '' },
			position: { type: 'TextPositionSelector', start: 0, end: 9 },
		},
	} as const;
	const looking = view.relocate({
		text: `${BEFORE} Fin.`.replace('dix', 'onze'),
		rangeOf: (startOffset: number, endOffset: number) => ({
			startOffset,
			endOffset,
			getBoundingClientRect: () => ({ top: 0, bottom: 0, left: 0, right: 0 }),
		}),
	} as unknown as ArticleText);
	view.show(moved, { state: 'anchored', start: 0, end: 9 });
	await looking;
	expect(view.get('a')).toMatchObject({ outcome: { start: 0, end: 9 } });
});
