import type { Passage } from '../../utils/domain/library.ts';
import type { LibraryStore } from '../../utils/storage/library-store.ts';

/** Puts the quote into the clipboard with its citation, as the card in the page does. Resolves to whether the browser let us. */
export async function copyPassageQuote(store: LibraryStore, { annotation, article }: Passage): Promise<boolean> {
	const [{ copyPassage }, version] = await Promise.all([
		import('../shared/page/copy-passage.ts'),
		store.getVersion(article.id, annotation.version).catch(() => undefined),
	]);
	const { quote } = annotation.selectors;
	const facts = { ...article, url: article.url ?? article.addresses[0] ?? '' };
	return await copyPassage('quote', { quote, facts, articleText: version?.text ?? '' });
}
