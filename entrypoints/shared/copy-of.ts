import { fingerprint, identityKeys } from '../../utils/article/identity.ts';
import type { ArticleCandidate, VersionCandidate } from '../../utils/domain/article.ts';
import type { ReadArticle } from './read-source.ts';

/** A copy of an article as it is kept. */
export interface ReadCopy {
	readonly article: ArticleCandidate;
	readonly version: VersionCandidate;
}

/** What is kept of an article that was read: with the keys of its identity, and the fingerprint of its text. */
export async function copyOf({ address, extracted: { html, text, ...facts } }: ReadArticle): Promise<ReadCopy> {
	const captured = facts.captured ?? new Date().toISOString();
	return {
		article: { facts, keys: await identityKeys(facts, text), address },
		version: { fingerprint: await fingerprint(text), captured, address, text, html },
	};
}
