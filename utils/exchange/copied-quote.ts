import type { ArticleFacts } from '../domain/article.ts';
import { oneLine, publishedDay } from './article-export.ts';
import { escapeHtml } from './html-escape.ts';

/**
 * A quote with where it is from, as text and as HTML: the words, then author, title, publisher, day and an address that leads to
 * them. Both say the same; nothing but the article's own words and the facts is in them.
 * @param link with a text directive where there is one
 */
export function copiedQuote(facts: ArticleFacts, quote: string, link: string): { text: string; html: string } {
	const by = facts.byline && oneLine(facts.byline);
	const title = oneLine(facts.title);
	const rest = [facts.edition !== undefined && 'RFI', publishedDay(facts)].filter(Boolean);
	const source = [by, title, ...rest].filter(Boolean).join(', ');
	const cited = [by && escapeHtml(by), `<cite>${escapeHtml(title)}</cite>`, ...rest].filter(Boolean).join(', ');
	const lang = facts.lang === undefined ? '' : ` lang="${escapeHtml(facts.lang)}"`;
	const paragraphs = quote
		.split(/\n+/)
		.filter((paragraph) => paragraph.trim() !== '')
		.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`);
	const address = facts.url ?? link;
	const isOfWeb = /^https?:/i.test(link);
	const shown = isOfWeb ? `<a href="${escapeHtml(link)}">${escapeHtml(address)}</a>` : escapeHtml(address);
	return {
		text: `${quote}\n\n— ${source}\n${link}\n`.toWellFormed(),
		html: `<blockquote${lang} dir="${facts.dir}">${paragraphs.join('')}</blockquote><p${lang} dir="${facts.dir}">— ${cited}<br>${shown}</p>`,
	};
}
