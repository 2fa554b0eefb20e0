import { expect, test } from 'vitest';
import { byDayOfGoing, contentsOf } from '../../components/library/trash-data.ts';
import type { Annotation } from '../../utils/domain/annotation.ts';
import type { Article } from '../../utils/domain/article.ts';
import { goesAt, type TrashEntry } from '../../utils/domain/trash.ts';

const article = { id: 'a' } as Article;
const trashed = (id: string, deleted: string) => ({ id, article, deleted, goes: goesAt(deleted) });
const annotation = (id: string, deleted: string, note = ''): TrashEntry => ({
	...trashed(id, deleted),
	kind: 'annotation',
	annotation: { note } as Annotation,
});
const wholeArticle = (id: string, deleted: string, annotations: number, notes: number): TrashEntry => ({
	...trashed(id, deleted),
	kind: 'article',
	annotations,
	notes,
});

test('what goes is counted with what went with its article', () => {
	const entries = [
		wholeArticle('a', '2026-11-22T10:00:00.000Z', 12, 3),
		wholeArticle('b', '2026-11-22T10:00:00.000Z', 0, 0),
		annotation('c', '2026-11-21T10:00:00.000Z', 'a note'),
		annotation('d', '2026-11-21T10:00:00.000Z'),
	];
	expect(contentsOf(entries)).toEqual({ articles: 2, annotations: 14, notes: 4 });
	expect(contentsOf([])).toEqual({ articles: 0, annotations: 0, notes: 0 });
});

test('things stand under the day they go on, thirty days after they were deleted, in the order given', () => {
	const entries = [
		annotation('a', '2026-11-22T12:00:00.000Z'),
		annotation('b', '2026-11-22T11:00:00.000Z'),
		annotation('c', '2026-11-20T12:00:00.000Z'),
	];
	expect(byDayOfGoing(entries).map(({ goes, entries: those }) => [goes, those.map(({ id }) => id)])).toEqual([
		['2026-12-22', ['a', 'b']],
		['2026-12-20', ['c']],
	]);
});
