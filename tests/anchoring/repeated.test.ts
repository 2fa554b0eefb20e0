import { describe, expect, it } from 'vitest';
import { createAnchorer } from '../../utils/anchoring/anchor.ts';
import { describe as describeText } from '../../utils/anchoring/describe.ts';

const REFRAIN = 'The harbour stays closed until further notice, the council said.';
const BEFORE =
	'Fishermen from three villages waited on the quay since dawn with their nets folded and their engines cold. A storm had torn the eastern pier away.';
const BETWEEN =
	'Engineers expect that the crane can be lifted out of the basin by the end of the month if the wind allows it.';
const AFTER = 'Merchants in the old town have begun to sell what is left of the salted cod at twice the usual price.';
const NEW = 'A second ship has meanwhile turned back to the mainland with forty passengers on board.';

/** The text with every eleventh letter another, as an editor in a hurry would never leave it. */
function worn(text: string): string {
	return [...text].map((letter, k) => (k % 11 === 7 ? 'x' : letter)).join('');
}

function placeOf(old: string, start: number, quote: string, page: string): number | undefined {
	const selectors = describeText({ text: old }, { start, end: start + quote.length });
	if (!selectors) throw new Error('not described');
	const outcome = createAnchorer({ text: page }).anchor(selectors, { versionText: old });
	return outcome.state === 'orphan' ? undefined : outcome.start;
}

describe('a sentence that stands several times', () => {
	const old = [BEFORE, REFRAIN, BETWEEN, REFRAIN, REFRAIN, AFTER].join(' ');
	const [first, second] = [old.indexOf(REFRAIN), old.indexOf(REFRAIN, old.indexOf(REFRAIN) + 1)];

	it('is each time the one it was, where one of them went and all around them changed', () => {
		const page = [worn(BEFORE), REFRAIN, NEW, worn(BETWEEN), REFRAIN, worn(AFTER)].join(' ');
		const places = [page.indexOf(REFRAIN), page.lastIndexOf(REFRAIN)];
		expect(placeOf(old, first, REFRAIN, page)).toBe(places[0]);
		expect(placeOf(old, second, REFRAIN, page)).toBe(places[1]);
	});

	it('is not taken for the copy that came before it where something came in between', () => {
		const word = 'closed';
		const page = [worn(BEFORE), REFRAIN, NEW, worn(BETWEEN), REFRAIN, REFRAIN, AFTER].join(' ');
		const places = [...page.matchAll(/closed/g)].map(({ index }) => index);
		expect(placeOf(old, first + REFRAIN.indexOf(word), word, page)).toBe(places[0]);
		expect(placeOf(old, second + REFRAIN.indexOf(word), word, page)).toBe(places[1]);
	});

	it('is an orphan where only its copies are left', () => {
		const page = [BEFORE, REFRAIN, NEW, AFTER].join(' ');
		expect(placeOf([BEFORE, REFRAIN, BETWEEN, REFRAIN, AFTER].join(' '), second, REFRAIN, page)).toBe(undefined);
	});
});
