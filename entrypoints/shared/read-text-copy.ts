import { archiveDocument } from '../../utils/article/archive-document.ts';
import { parseArchive } from '../../utils/article/archive-form.ts';
import { extractArticle } from '../../utils/article/extract.ts';
import { fingerprint, identityKeys } from '../../utils/article/identity.ts';
import type { ArticleCandidate, VersionCandidate } from '../../utils/domain/article.ts';

/**
 * Reads an archive file from its text.
 * @param address where the copy is, e.g. `file:///…`
 * @returns undefined where the text is no RFI article in the archive form
 */
export async function readTextCopy(
	source: string,
	address: string,
): Promise<{ article: ArticleCandidate; version: VersionCandidate } | undefined> {
	const copy = parseArchive(source);
	if (copy.kind === 'not-archive') return undefined;
	const document = archiveDocument(copy, (html) => new DOMParser().parseFromString(html, 'text/html'));
	const extracted = extractArticle(document, address, {
		kind: 'article',
		form: 'archive-text',
		reason: 'archive form',
		...(copy.url !== undefined && { url: copy.url }),
	});
	const { html, text, ...facts } = extracted;
	return {
		article: { facts, keys: await identityKeys(facts, text), address },
		version: {
			fingerprint: await fingerprint(text),
			captured: facts.captured ?? new Date().toISOString(),
			address,
			text,
			html,
		},
	};
}
