/**
 * The anchoring engine behind the adapter contract of the anchoring benchmark: the article root is the body, nothing is
 * furniture. Whatever the engine caches is dropped by `reset`.
 */

import { type Anchorer, createAnchorer } from '../../utils/anchoring/anchor.ts';
import { type ArticleText, readArticleText } from '../../utils/anchoring/article-text.ts';
import { describe as describeText } from '../../utils/anchoring/describe.ts';
import type { Selectors } from '../../utils/domain/selector.ts';

let article: ArticleText | undefined;
let anchorer: Anchorer | undefined;

/** What the product keeps once an article version (not once a highlight): its text, under the version's fingerprint. */
const versions = new Map<string, string>();

interface Stored extends Selectors {
	readonly version: string;
}

function read(root: Element): ArticleText {
	article ??= readArticleText({ root });
	return article;
}

export function reset(): void {
	article = undefined;
	anchorer = undefined;
	version = undefined;
}

let version: string | undefined;
/** Stands in for the SHA-256 of the article text: FNV-1a, because a page of the benchmark cannot await. */
function fingerprint(text: string): string {
	let hash = 0x811c9dc5;
	for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
	return (hash >>> 0).toString(16);
}

export function describe(range: Range, root: Element): Stored | null {
	const article = read(root);
	const offsets = article.offsetsOf(range);
	const selectors = offsets && describeText(article, offsets);
	if (!selectors) return null;
	if (version === undefined) {
		version = fingerprint(article.text);
		versions.set(version, article.text);
	}
	return { ...selectors, version };
}

export function anchor(selectors: Stored, root: Element): Range | null {
	const text = read(root);
	anchorer ??= createAnchorer(text);
	const versionText = versions.get(selectors.version);
	const outcome = anchorer.anchor(selectors, versionText === undefined ? {} : { versionText });
	return outcome.state === 'orphan' ? null : text.rangeOf(outcome.start, outcome.end);
}

export function anchorAll(list: readonly Stored[], root: Element): (Range | null)[] {
	return list.map((selectors) => anchor(selectors, root));
}
