import type { Difference } from '../../utils/domain/outcome.ts';

/** What is read as one change rather than two with a space between. */
const BLANK = /^\s+$/;

/**
 * Differences as people read them: words that were removed or added one after the other are one run, the space between
 * them with it, and of a change what was removed comes first.
 */
export function joinedDifferences(differences: readonly Difference[]): Difference[] {
	const joined: Difference[] = [];
	let [removed, added] = ['', ''];
	const end = (): void => {
		if (removed !== '') joined.push({ kind: 'removed', text: removed });
		if (added !== '') joined.push({ kind: 'added', text: added });
		[removed, added] = ['', ''];
	};
	for (const [index, { kind, text }] of differences.entries()) {
		const next = differences[index + 1];
		if (kind === 'removed') removed += text;
		else if (kind === 'added') added += text;
		else if (BLANK.test(text) && removed !== '' && added !== '' && next !== undefined) {
			// Only where both sides go on: a lone added word keeps its own edges.
			const rest = changeAfter(differences, index);
			if (rest.removed && rest.added) [removed, added] = [removed + text, added + text];
			else {
				end();
				joined.push({ kind, text });
			}
		} else {
			end();
			joined.push({ kind, text });
		}
	}
	end();
	return joined;
}

/** Whether words are removed, and added, in the change that begins after a run. */
function changeAfter(differences: readonly Difference[], index: number): { removed: boolean; added: boolean } {
	const kinds = new Set<Difference['kind']>();
	for (let at = index + 1; at < differences.length && differences[at]!.kind !== 'same'; at++)
		kinds.add(differences[at]!.kind);
	return { removed: kinds.has('removed'), added: kinds.has('added') };
}
