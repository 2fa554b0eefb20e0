/**
 * How anchoring grows with the article and with the number of highlights, and how long it ever keeps the page waiting.
 * Run: `npx tsx tests/bench/anchor-scale.ts`. Pure code, no browser: the article text is made here, and then edited.
 */
import { createAnchorer } from '../../utils/anchoring/anchor.ts';
import { describe } from '../../utils/anchoring/describe.ts';
import { anchorInSlices } from '../../utils/anchoring/slices.ts';
import { newsText } from '../anchoring/news.ts';

/** Characters of one paragraph of `newsText`, about. */
const PARAGRAPH = 330;
const BUDGET_MS = 8;

interface Row {
	readonly characters: number;
	readonly highlights: number;
	readonly page: 'unchanged' | 'moved' | 'edited';
	readonly totalMs: number;
	readonly longestSliceMs: number;
	readonly anchored: number;
	readonly changed: number;
	readonly orphans: number;
}

/** Every eighth word of every third sentence is replaced: about a third of the highlights have changed. */
function edited(text: string): string {
	return text
		.split('. ')
		.map((sentence, k) =>
			k % 3 === 0
				? sentence
						.split(' ')
						.map((word, w) => (w % 8 === 5 ? 'otherwise' : word))
						.join(' ')
				: sentence,
		)
		.join('. ');
}

async function measure(characters: number, highlights: number, page: Row['page']): Promise<Row> {
	const old = newsText(characters, Math.ceil(characters / PARAGRAPH));
	const step = Math.floor((old.length - 300) / highlights);
	const list = Array.from({ length: highlights }, (_, k) => {
		const start = old.indexOf(' ', k * step) + 1;
		return describe({ text: old }, { start, end: old.indexOf(' ', start + [5, 30, 90, 250][k % 4]!) })!;
	});
	const lead = newsText(1, 3);
	const text = page === 'unchanged' ? old : `${lead}\n${page === 'moved' ? old : edited(old)}`;
	const states = { anchored: 0, changed: 0, orphan: 0 };
	let longestSliceMs = 0;
	let totalMs = 0;
	await anchorInSlices(createAnchorer({ text }), list, {
		budgetMs: BUDGET_MS,
		now: () => performance.now(),
		schedule: (callback) =>
			setImmediate(() => {
				const start = performance.now();
				callback();
				const took = performance.now() - start;
				totalMs += took;
				longestSliceMs = Math.max(longestSliceMs, took);
			}),
		versionTextOf: () => old,
		onOutcome: (_, { state }) => {
			states[state]++;
		},
	});
	return {
		characters: text.length,
		highlights,
		page,
		totalMs: Math.round(totalMs),
		longestSliceMs: Math.round(longestSliceMs * 10) / 10,
		anchored: states.anchored,
		changed: states.changed,
		orphans: states.orphan,
	};
}

const rows: Row[] = [];
for (const page of ['unchanged', 'moved', 'edited'] as const) {
	await measure(20_000, 200, page); // warm-up
	for (const characters of [20_000, 200_000, 2_000_000])
		for (const highlights of [200, 2000]) rows.push(await measure(characters, highlights, page));
}
console.table(rows);
