/** Runs in a page: the engine beside the laws it is held to. Bundled by the test; offers itself as `anchoringLaws`. */

import fc from 'fast-check';
import { createAnchorer } from '../../../utils/anchoring/anchor.ts';
import { type ArticleText, readArticleText } from '../../../utils/anchoring/article-text.ts';
import { CONTEXT_BYTES, describe } from '../../../utils/anchoring/describe.ts';
import { recognise } from '../../../utils/article/recognise.ts';
import { articleScope } from '../../../utils/article/scope.ts';

interface Settings {
	readonly seed: number;
	readonly runs: number;
	/** Passages of other articles, of twelve characters or more. */
	readonly strangers: readonly string[];
}

function read(): ArticleText {
	const recognition = recognise(document, document.URL);
	if (recognition.kind === 'not-article') throw new Error(recognition.reason);
	return readArticleText(articleScope(document, recognition)!);
}

/** Every place in the page where a range may begin or end: between nodes, and inside text. */
function boundaryPoints(): [node: Node, offset: number][] {
	const points: [Node, number][] = [];
	const walker = document.createTreeWalker(document.body);
	for (let node: Node | null = walker.root; node; node = walker.nextNode()) {
		const length = node.nodeType === 1 ? node.childNodes.length : (node.nodeValue ?? '').length;
		for (let offset = 0; offset <= length; offset++) points.push([node, offset]);
	}
	return points;
}

const laws: Record<string, (settings: Settings) => void> = {
	'what is described of any range is anchored where it was'({ seed, runs }) {
		const article = read();
		const points = boundaryPoints();
		const anchorer = createAnchorer(article);
		const point = fc.nat(points.length - 1);
		fc.assert(
			fc.property(point, point, (a, b) => {
				const range = document.createRange();
				range.setStart(...points[Math.min(a, b)]!);
				range.setEnd(...points[Math.max(a, b)]!);
				const offsets = article.offsetsOf(range);
				const selectors = offsets && describe(article, offsets);
				if (selectors === undefined) return;
				const outcome = anchorer.anchor(JSON.parse(JSON.stringify(selectors)));
				const { start, end } = selectors.position;
				if (outcome.state !== 'anchored' || outcome.start !== start || outcome.end !== end)
					throw new Error(`${JSON.stringify(selectors)} → ${JSON.stringify(outcome)}`);
				const again = article.offsetsOf(article.rangeOf(start, end));
				if (again?.start !== start || again.end !== end) throw new Error('the range covers other words');
			}),
			{ seed, numRuns: runs },
		);
	},

	'what is edited away from quote and context changes nothing'({ seed, runs }) {
		const before = read();
		const { length } = before.text;
		fc.assert(
			fc.property(
				fc.nat(length - 20),
				fc.integer({ min: 8, max: 80 }),
				fc.nat(length),
				fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
				(from, size, at, words) => {
					const selectors = describe(before, { start: from, end: Math.min(length, from + size) });
					if (selectors === undefined) return;
					const { start, end } = selectors.position;
					// A context of so many bytes is never longer in characters.
					if (at > start - CONTEXT_BYTES && at < end + CONTEXT_BYTES) return;
					const exact = before.text.slice(start, end);
					if (before.text.indexOf(exact) !== before.text.lastIndexOf(exact)) return;
					const place = before.rangeOf(Math.min(at, length - 1), Math.min(at + 1, length));
					const text = place.startContainer as Text;
					const old = text.data;
					text.insertData(place.startOffset, words);
					try {
						const after = read();
						const outcome = createAnchorer(after).anchor(selectors);
						const found = outcome.state === 'anchored' ? after.text.slice(outcome.start, outcome.end) : outcome.state;
						if (found !== exact) throw new Error(`“${exact}” → “${found}”`);
					} finally {
						text.data = old;
					}
				},
			),
			{ seed, numRuns: runs },
		);
	},

	'a passage of another article is an orphan'({ strangers }) {
		const article = read();
		const anchorer = createAnchorer(article);
		for (const exact of strangers) {
			if (article.text.includes(exact)) continue;
			const selectors = {
				quote: { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
				position: { type: 'TextPositionSelector', start: 40, end: 40 + exact.length },
			} as const;
			const outcome = anchorer.anchor(selectors);
			if (outcome.state !== 'orphan') throw new Error(`“${exact}” → ${JSON.stringify(outcome)}`);
		}
	},
};

Object.assign(globalThis, { anchoringLaws: laws });
