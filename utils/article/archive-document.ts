import type { ArticleFacts } from '../domain/article.ts';
import { archiveFacts } from './archive-facts.ts';
import type { ArchiveCopy } from './archive-form.ts';
import { encodeEntities } from './entities.ts';
import { TEXT_COPY } from './scope.ts';

/**
 * Makes a document of a text copy, so that scope, facts and extraction read it like any page: the title as `h1`, then the file's own HTML;
 * the facts stand in an attribute of the root. `parse` must not run scripts nor load anything: `DOMParser` or the like.
 */
export function archiveDocument(copy: ArchiveCopy, parse: (html: string) => Document): Document {
	const facts = archiveFacts(copy);
	const root = `<html lang="${encodeEntities(facts.lang ?? '')}" dir="${facts.dir}" ${TEXT_COPY}="${encodeEntities(JSON.stringify(facts))}">`;
	const title = encodeEntities(copy.title);
	return parse(
		`<!DOCTYPE html>${root}<head><title>${title}</title></head><body><h1>${title}</h1>${copy.html}</body></html>`,
	);
}

/** The facts of a document that `archiveDocument` made. */
export function textCopyFacts(document: Document): ArticleFacts | undefined {
	const facts = document.documentElement.getAttribute(TEXT_COPY);
	return facts === null ? undefined : (JSON.parse(facts) as ArticleFacts);
}
