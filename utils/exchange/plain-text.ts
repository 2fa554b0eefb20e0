import type { Annotation } from '../domain/annotation.ts';
import { type ArticleExport, detailsOf, exportedAnnotations, oneLine, publishedDay } from './article-export.ts';

/**
 * An article's annotations as text that any program shows: title, facts, address, the note on the article, then the passages in reading order,
 * numbered, each with colour, style, state, tags and note below. Passage and note stand indented, so that the numbers
 * stand out; else they are as they were written. Lone surrogates become U+FFFD.
 */
export function toPlainText(input: ArticleExport): string {
	const { article } = input;
	const facts = [article.byline, article.section, publishedDay(article)].filter((fact) => fact !== undefined);
	const head = [oneLine(article.title), facts.map(oneLine).join(' · '), article.url ?? ''];
	const blocks = [
		head.filter((line) => line !== '').join('\n'),
		indented((input.articleNote ?? '').toWellFormed()),
		...exportedAnnotations(input).map((annotation, index) => passage(annotation, index + 1, input)),
	];
	return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function passage(annotation: Annotation, number: number, input: ArticleExport): string {
	const details = [...detailsOf(annotation, input), ...annotation.tags.map((tag) => `#${oneLine(tag)}`)];
	const cited = input.citation === undefined ? '' : `\n— ${oneLine(input.citation.text)}`;
	const parts = [`${annotation.selectors.quote.exact}\n[${details.join(' · ')}]${cited}`, annotation.note];
	const text = parts.filter((part) => part !== '').join('\n\n');
	return `${number}.\n${indented(text.toWellFormed())}`;
}

/** Each line that is not empty two spaces in. */
function indented(text: string): string {
	return text
		.split(/\r\n?|\n/)
		.map((line) => (line === '' ? '' : `  ${line}`))
		.join('\n');
}
