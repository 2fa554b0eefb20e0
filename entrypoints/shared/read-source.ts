import { archiveDocument } from '../../utils/article/archive-document.ts';
import type { ArchiveCopy } from '../../utils/article/archive-form.ts';
import { type ExtractedArticle, extractArticle } from '../../utils/article/extract.ts';
import { notArticleReason } from '../../utils/article/not-article-reason.ts';
import { recognise } from '../../utils/article/recognise.ts';
import { withoutStyles } from '../../utils/article/without-styles.ts';
import type { NotArticleReason } from '../../utils/domain/import-reason.ts';
import type { SavedSource } from './saved-source.ts';

/** An article as it was read from a copy at an address. */
export interface ReadArticle {
	readonly address: string;
	readonly extracted: ExtractedArticle;
}

/** Reads the article in what a file holds. */
export function readSource(source: SavedSource, address: string): ReadArticle | NotArticleReason {
	if (source.kind === 'archive') return readArchiveCopy(source, address);
	const document = parse(source.text);
	const recognition = recognise(document, address);
	if (recognition.kind === 'not-article') return notArticleReason(recognition.reason);
	return { address, extracted: extractArticle(document, address, recognition) };
}

/** Reads the article in a file of the archive form. */
export function readArchiveCopy(copy: ArchiveCopy, address: string): ReadArticle {
	const extracted = extractArticle(archiveDocument(copy, parse), address, {
		kind: 'article',
		form: 'archive-text',
		reason: 'archive form',
		...(copy.url !== undefined && { url: copy.url }),
	});
	return { address, extracted };
}

function parse(html: string): Document {
	return new DOMParser().parseFromString(withoutStyles(html), 'text/html');
}
