import { joinedNote } from './article-note.ts';
import type { ArticleRow } from './rows.ts';
import type { Database } from './schema.ts';

/**
 * Makes the acts on the notes of two articles acts on the note they have in common, before the one takes in the other:
 * each changes its own part of it, so that what is taken back later takes nothing of the other's with it.
 */
export async function joinNoteActs(database: Database, into: ArticleRow, other: ArticleRow): Promise<void> {
	const standing = await database.acts.where('[articleId+undone]').anyOf([into.id, 0], [other.id, 0]).toArray();
	const acts = standing.filter(({ kind }) => kind === 'article-note').sort((a, b) => a.seq! - b.seq!);
	const first = ({ id, note }: ArticleRow) => {
		const earliest = acts.find(({ articleId }) => articleId === id);
		return (earliest ? earliest.before?.note : note) ?? '';
	};
	const parts = { into: first(into), other: first(other) };
	for (const act of acts) {
		const before = { note: joinedNote(parts.into, parts.other) };
		parts[act.articleId === into.id ? 'into' : 'other'] = act.after?.note ?? '';
		await database.acts.put({ ...act, before, after: { note: joinedNote(parts.into, parts.other) } });
	}
}
