import { type ArticleText, readArticleText } from '../../../utils/anchoring/article-text.ts';
import { readFacts } from '../../../utils/article/facts.ts';
import { fingerprint, identityKeys, pageKeys } from '../../../utils/article/identity.ts';
import type { Recognition } from '../../../utils/article/recognise.ts';
import type { ArticleScope } from '../../../utils/article/scope.ts';
import type { Instant } from '../../../utils/domain/annotation.ts';
import type { ArticleCandidate, ArticleFacts, VersionCandidate } from '../../../utils/domain/article.ts';

/** The article that a page shows, as it stands now. */
export interface PageArticle {
	readonly facts: ArticleFacts;
	readonly recognised: boolean;
	readonly scope: ArticleScope;
	readonly text: ArticleText;
	/** When a copy was taken; undefined for the live page. */
	readonly captured?: Instant | undefined;
	candidate(): Promise<ArticleCandidate>;
	version(at: string): Promise<VersionCandidate>;
}

/** How a page's article is found: once at the start, and again when the page has drawn itself anew. */
export interface PageArticleSource {
	readonly address: string;
	readonly recognition: Recognition;
	/** Undefined where the page holds no article (any more). */
	findScope(): ArticleScope | undefined;
	/** What is known already, e.g. in the reader; else it is read from the page. */
	readonly facts?: ArticleFacts;
	readonly keys?: readonly string[];
	/** When the state that is shown was read, where it is a stored one. */
	readonly captured?: Instant;
}

export function readPageArticle(document: Document, source: PageArticleSource): PageArticle | undefined {
	const scope = source.findScope();
	if (scope === undefined) return undefined;
	const text = readArticleText(scope);
	const facts = source.facts ?? readFacts(document, source.address, source.recognition);
	const captured = source.captured ?? facts.captured;
	let keys: Promise<readonly string[]> | undefined;
	let hash: Promise<string> | undefined;
	const recognised = source.recognition.kind === 'article';
	const findKeys = async (): Promise<readonly string[]> =>
		source.keys ?? (recognised ? identityKeys : pageKeys)(facts, text.text);
	return {
		facts,
		recognised,
		scope,
		text,
		captured,
		async candidate() {
			keys ??= findKeys();
			return { facts, keys: await keys, address: source.address };
		},
		async version(at) {
			hash ??= fingerprint(text.text);
			return {
				fingerprint: await hash,
				captured: captured ?? at,
				address: source.address,
				text: text.text,
			};
		},
	};
}
