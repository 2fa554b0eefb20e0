import fc from 'fast-check';
import type { LibraryPart } from '../../utils/domain/library-part.ts';
import { libraryArbitrary } from '../storage/generated-parts.ts';
import { ACT_NAMES, type ActName, type TortureAct } from './acts.ts';
import type { Row, Rows } from './rows.ts';
import { oneOf, type Random } from './seeded-random.ts';

/** Articles of which some turn out to be the same: the last has the keys of two others. */
const ARTICLES: readonly (readonly string[])[] = [
	['url:https://www.rfi.fr/cn/a'],
	['url:https://www.rfi.fr/cn/b', 'head:b'],
	['text:c'],
	['url:https://www.rfi.fr/cn/a', 'text:c'],
];

/** More would only make each comparison slower. */
const MOST_ANNOTATIONS = 60;

let libraries: readonly (readonly LibraryPart[])[] | undefined;

/** Draws an act that has something to act on in what is stored. */
export function drawAct(random: Random, rows: Rows, n: number, names: readonly ActName[] = ACT_NAMES): TortureAct {
	libraries ??= fc.sample(libraryArbitrary(3), { seed: 5, numRuns: 40 }).filter((parts) => parts.length > 0);
	const annotations = rows.annotations ?? [];
	const standing = annotations.filter(({ deleted }) => deleted === undefined);
	const name = annotations.length > MOST_ANNOTATIONS ? 'empty the trash' : oneOf(random, names);
	const needsTarget = !['create', 'begin an import', 'note on the article', 'keep a version'].includes(name);
	if (needsTarget && standing.length < 3 && names.includes('create') && !name.startsWith('re') && random(2) === 0)
		return drawn('create', random, rows, n, []);
	const trashed = annotations.filter(({ deleted }) => deleted !== undefined);
	const from = name === 'restore' ? trashed : standing;
	if (from.length === 0) return drawn(name, random, rows, n, []);
	const first = oneOf(random, from);
	const near = from.filter((one) => name !== 'merge' || one.articleId === first.articleId);
	return drawn(name, random, rows, n, [first, oneOf(random, near), oneOf(random, near)]);
}

function drawn(name: ActName, random: Random, rows: Rows, n: number, targets: readonly Row[]): TortureAct {
	const ids = [...new Set(targets.map(({ id }) => id as string))];
	const article = rows.articles?.find(({ id }) => id === targets[0]?.articleId);
	const keys = article ? (article.keys as string[]).filter((key) => /^(url|head|text):/.test(key)) : [];
	const isOnTarget = ['move bounds', 'merge', 'split'].includes(name) && keys.length > 0;
	return {
		// Nothing there to act on: something is made.
		name: ids.length === 0 && NEED_IDS.has(name) ? 'create' : name,
		n,
		keys: isOnTarget ? keys : oneOf(random, ARTICLES),
		ids: ids.length > 0 ? ids : [],
		parts: name === 'import data' || name === 'restore a backup' ? oneOf(random, libraries!) : [],
	};
}

const NEED_IDS: ReadonlySet<ActName> = new Set([
	'edit a note',
	'change a colour',
	'move bounds',
	'merge',
	'split',
	'delete',
	'trash annotations',
	'restore',
	'change many',
]);
