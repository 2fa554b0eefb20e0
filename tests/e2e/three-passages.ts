import { PASSAGE } from './pages/orchard-story.ts';
import { selectInArticle } from './select-in-article.ts';
import type { OpenArticle, World } from './use-session.ts';

/** The passages of the article that `openWithThree` opens, as they stand in it. */
export const IN_ORDER = [PASSAGE.first, PASSAGE.third, PASSAGE.last];

/** An article with three passages highlighted, in another order than they stand in it: yellow, green, blue. */
export async function openWithThree(world: World): Promise<OpenArticle> {
	const article = await world.openArticle();
	for (const [words, key] of [
		[PASSAGE.last, '3'],
		[PASSAGE.first, '1'],
		[PASSAGE.third, '2'],
	] as const) {
		await selectInArticle(article.page, words);
		await article.page.keyboard.press(key);
		await article.ui.toolbar('Annotate').waitUntilGone();
	}
	return article;
}
