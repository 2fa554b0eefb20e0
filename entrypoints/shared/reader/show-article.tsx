import { APART } from '../../../utils/article/scope.ts';
import type { Article, ArticleVersion } from '../../../utils/domain/article.ts';
import { loadOwn } from '../own-page.ts';
import { translate } from '../translate.ts';

/** Shows a stored article; returns its element, the article root. */
export async function showArticle(article: Article, version: ArticleVersion): Promise<HTMLElement> {
	document.title = article.title;
	const root = document.createElement('article');
	if (article.lang !== undefined) root.lang = article.lang;
	root.dir = article.dir;
	root.append(version.html === undefined ? paragraphs(version.text) : await readable(version.html));
	document.getElementById('article')?.replaceChildren(root);
	return root;
}

async function readable(html: string): Promise<DocumentFragment> {
	const sanitisedFragment = await loadOwn('sanitisedFragment');
	return withoutPictures(sanitisedFragment(html, window));
}

/**
 * Puts a link in the place of each picture: fetching it would tell the site, or whoever serves it, what is read and when.
 * The link is apart from the article text.
 */
function withoutPictures(fragment: DocumentFragment): DocumentFragment {
	for (const image of fragment.querySelectorAll('img')) {
		if (image.src.startsWith('data:')) continue;
		const link = document.createElement('a');
		link.className = 'picture';
		link.href = image.src;
		link.rel = 'noreferrer';
		link.textContent = translate('picture');
		link.setAttribute(APART, '');
		image.replaceWith(link);
	}
	return fragment;
}

/** A version whose HTML was not extracted before its page was closed is still all there as text. */
function paragraphs(text: string): DocumentFragment {
	const fragment = document.createDocumentFragment();
	text.split('\n').forEach((line, index) => {
		const element = document.createElement(index === 0 ? 'h1' : 'p');
		element.textContent = line;
		fragment.append(element);
	});
	return fragment;
}
