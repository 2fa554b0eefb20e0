import type { Instant } from '../domain/annotation.ts';
import type { ArticleCandidate } from '../domain/article.ts';
import { withNote } from './article-note.ts';
import { keepForAct } from './articles.ts';
import { record } from './journal.ts';
import { putArticle } from './put-rows.ts';
import type { ArticleRow } from './rows.ts';
import type { Database } from './schema.ts';

/** What is typed with pauses no longer than this, in milliseconds, is one act: it is kept as it is typed. */
const TYPED_IN_ONE_GO_MS = 10_000;

/** Writes a note on an article, keeping the article with it. The same note again is no act. Part of a larger transaction. */
export async function writeArticleNote(
	database: Database,
	candidate: ArticleCandidate,
	note: string,
	at: Instant,
): Promise<ArticleRow> {
	const article = await keepForAct(database, candidate, undefined, at);
	const before = article.note ?? '';
	if (before === note) return article;
	const last = await database.acts.where('[articleId+undone]').equals([article.id, 0]).last();
	const sinceLastMs = Date.parse(at) - Date.parse(last?.at ?? '');
	const goesOn = last?.kind === 'article-note' && sinceLastMs >= 0 && sinceLastMs <= TYPED_IN_ONE_GO_MS;
	if (goesOn && last.after?.note === before) {
		await database.acts.where('[articleId+undone]').equals([article.id, 1]).delete();
		// Typed, and taken back by hand: nothing is left to be undone.
		if (last.before?.note === note) await database.acts.delete(last.seq!);
		else await database.acts.put({ ...last, at, after: { note } });
	} else {
		await record(database, {
			kind: 'article-note',
			articleId: article.id,
			at,
			before: { note: before },
			after: { note },
		});
	}
	const noted = withNote(article, note);
	await putArticle(database, noted);
	return noted;
}
